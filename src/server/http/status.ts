import * as v from 'valibot';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION, StatusAnswer } from '@/protocol';
import { instantOf, type Context } from '../context';
import { openApi } from './openapi';
import { route, type AnyRoute } from './route';

/** Who is there, and what it speaks. */
export function statusRoutes(ctx: Context, all: () => readonly AnyRoute[]): AnyRoute[] {
  let description: Record<string, unknown> | undefined;
  return [
    route({
      method: 'GET',
      path: '/v1/status',
      summary: 'Is this the right server, what does it speak, what time has it.',
      who: 'anyone',
      anyProtocol: true,
      answer: StatusAnswer,
      refuses: [],
      handle: () => ({
        service: 'so-chi-bo' as const,
        protocol: PROTOCOL_VERSION,
        oldestProtocol: OLDEST_PROTOCOL,
        time: instantOf(ctx.now()),
        serverKey: ctx.secrets.serverKey,
      }),
    }),
    route({
      method: 'GET',
      path: '/v1/openapi.json',
      summary: 'This description, made from the schemas that the server checks by.',
      who: 'anyone',
      anyProtocol: true,
      answer: v.record(v.string(), v.unknown()),
      refuses: [],
      handle: () => (description ??= openApi(all())),
    }),
  ];
}
