import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { committeeOf, deviceOf, type CommitteeCaller } from '../accounts';
import type { Context } from '../context';
import { Refusal } from '../refusal';
import type { CountRequest } from './limits';
import { requireNeed } from './need';
import { requireProtocol } from './protocol';
import type { AnyRoute, Callers, Schema } from './route';
import { requireSameOrigin, sessionOf } from './session';

const callers = new WeakMap<FastifyRequest, Callers[keyof Callers]>();

/** Registers one route of the contract: limit, protocol, caller, then the body, each refused by name before the next is looked at. */
export function serveRoute(app: FastifyInstance, ctx: Context, spec: AnyRoute, count: CountRequest, publicUrl: string | undefined, told: (route: string, answer: unknown) => void): void {
  app.route({
    method: spec.method,
    url: spec.path,
    // Before the body is read: a stranger's megabyte is not parsed.
    preParsing: async (request) => {
      await count(request);
      requireProtocol(request.headers, spec.anyProtocol === true);
      if (spec.method !== 'GET' && spec.path.startsWith('/v1/committee/')) requireSameOrigin(request, publicUrl);
      callers.set(request, await callerOf(ctx, spec, request));
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const answer = await spec.handle({
        caller: callers.get(request),
        params: parse(spec.params, request.params, 'path') as undefined,
        query: parse(spec.query, request.query, 'query') as undefined,
        body: parse(spec.body, request.body, 'body', spec.rawBody) as undefined,
        raw: request.body,
        request,
        reply,
      });
      told(spec.path, answer);
      return reply.send(answer);
    },
  });
}

async function callerOf(ctx: Context, spec: AnyRoute, request: FastifyRequest): Promise<Callers[keyof Callers]> {
  if (spec.who === 'anyone') return undefined;
  const token = spec.who === 'device' ? /^Bearer ([A-Za-z0-9_-]{16,128})$/.exec(request.headers.authorization ?? '')?.[1] : sessionOf(request);
  const caller = token ? await (spec.who === 'device' ? deviceOf(ctx, token) : committeeOf(ctx, token)) : null;
  if (!caller) throw new Refusal('unauthorized');
  if (spec.who === 'committee') {
    if (!spec.needs) throw new Refusal('internal');
    await requireNeed(ctx, spec.needs, caller as CommitteeCaller, request);
  }
  return caller;
}

/** The part of the request that the schema describes. A body's path starts at the body itself, as the phone wrote it. */
function parse(schema: Schema | undefined, value: unknown, part: 'path' | 'query' | 'body', raw = false): unknown {
  if (!schema || raw) return undefined;
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const path = v.getDotPath(parsed.issues[0]);
  throw new Refusal('invalid', { path: [part === 'body' ? null : part, path].filter(Boolean).join('.') || part });
}
