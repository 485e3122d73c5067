import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIFE } from '../accounts';
import { Refusal } from '../refusal';

/** Name of the session cookie; over https with the prefix that ties it to this very host. */
export const SESSION_COOKIE = 'so_session';
const SECURE_COOKIE = `__Host-${SESSION_COOKIE}`;

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false;

/** The session token of a request, if it carries one. */
export const sessionOf = (request: FastifyRequest): string | null => request.cookies[SECURE_COOKIE] ?? request.cookies[SESSION_COOKIE] ?? null;

/** [COM-4] Puts the session into a cookie that no script can read and no other site can send. */
export function setSession(reply: FastifyReply, session: string, publicUrl: string | undefined): void {
  const secure = isSecure(publicUrl);
  void reply.setCookie(secure ? SECURE_COOKIE : SESSION_COOKIE, session, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: SESSION_LIFE / 1000 });
}

/** Takes the cookie away. */
export function clearSession(reply: FastifyReply): void {
  for (const name of [SECURE_COOKIE, SESSION_COOKIE]) {
    void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure: name === SECURE_COOKIE });
  }
}

/**
 * [COM-5] A call that changes something comes from our own page: the protocol header (which another site cannot set without asking)
 * has been demanded already; here what the browser says of the origin. Not a browser: nothing is said, and no cookie was planted.
 * @throws Refusal forbidden
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    // No script can write this header, so it settles the matter (and holds behind a proxy that changes the host).
    if (site !== 'same-origin') throw new Refusal('forbidden');
    return;
  }
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = [request.host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])];
  const sender = URL.canParse(origin) ? new URL(origin).host : null;
  if (sender === null || !own.includes(sender)) throw new Refusal('forbidden');
}
