import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody, ErrorCode } from '@/protocol';
import { Refusal } from '../refusal';

/** The HTTP status that goes with a name, for those who look at nothing else. Clients decide by the name. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  codeUnknown: 404,
  codeUsed: 410,
  codeExpired: 410,
  unauthorized: 401,
  revoked: 401,
  forbidden: 403,
  notFound: 404,
  tooManyRequests: 429,
  tooLarge: 413,
  invalid: 422,
  contentMismatch: 409,
  hashMismatch: 422,
  clientTooOld: 426,
  clientTooNew: 400,
  cellHasKey: 409,
  cellNeedsKey: 409,
  epochTaken: 409,
  boxMissing: 409,
  snapshotTaken: 409,
  gradeTaken: 409,
  quotaFull: 413,
  bodyTaken: 409,
  bodyGone: 409,
  bodyLater: 409,
  bodyPlace: 409,
  bodyBeneath: 409,
  accountNeeded: 409,
  credentialNeeded: 403,
  confirmNeeded: 403,
  permissionNeeded: 403,
  signInWrong: 403,
  loginTaken: 409,
  passwordWeak: 422,
  lastAdministrator: 409,
  lastCredential: 409,
  internal: 500,
};

/** The body of a refusal. */
export function errorBody(code: ErrorCode, more: { path?: string | undefined; retryAfter?: number | undefined; proofs?: readonly string[] | undefined } = {}): ErrorBody {
  const { path, retryAfter, proofs } = more;
  return {
    error: { code, ...(path === undefined ? {} : { path: path.slice(0, 200) }), ...(retryAfter === undefined ? {} : { retryAfter }), ...(proofs === undefined ? {} : { proofs: [...proofs] }) },
  };
}

/** [PROTO-3] What went wrong as a named refusal. What is not known by name is the server's fault. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('tooLarge');
  // What fastify refuses by itself: malformed JSON, another content type, a broken URL. Its message may quote the body.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal('invalid', { status: statusCode });
  return new Refusal('internal');
}

/** An error for the log: its type and where it arose, never its message, which may quote what somebody wrote. */
export function errorForLog(error: unknown): { type: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 12).map((line) => line.trim());
  return { type: error.name, ...('code' in error ? { code: String(error.code) } : {}), at };
}

/** Sends a refusal. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, path, retryAfter, status, proofs } = refusal;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(status ?? STATUS[code])
    .header('cache-control', 'no-store')
    .send(errorBody(code, { path, retryAfter, proofs }));
}

/** Every error of every route goes out through here. */
export function answerErrors(app: FastifyInstance, told: (route: string, code: ErrorCode) => void): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error);
    told(request.routeOptions.url ?? 'none', refusal.code);
    if (refusal.code === 'internal') request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return sendRefusal(reply, refusal);
  });
}
