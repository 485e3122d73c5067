import * as v from 'valibot';
import { FindAnswer, FindRequest, Id, PullAnswer, PushAnswer, PushRequest, SnapshotAnswer, SnapshotPart, SnapshotPartRequest } from '@/protocol';
import type { Context } from '../context';
import { commit, find, part, pull, push, putPart } from '../vault';
import { protocolOf } from './protocol';
import { route, type AnyRoute } from './route';

const whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const flag = v.optional(v.literal('1'));
const PullQuery = v.object({ after: whole, full: flag, log: flag });

/** The cell's sealed log. */
export function vaultRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/vault/push',
      summary: "Sealed batches onto the cell's log; one answer per batch, in order.",
      who: 'device',
      body: PushRequest,
      answer: PushAnswer,
      refuses: [],
      handle: ({ caller, body }) => push(ctx, caller, body.batches),
    }),
    route({
      method: 'GET',
      path: '/v1/vault/pull',
      summary: 'The log after a sequence, in order, or the snapshots to load instead.',
      who: 'device',
      query: PullQuery,
      answer: PullAnswer,
      refuses: [],
      handle: ({ caller, query, request }) => pull(ctx, caller, query.after, { full: query.full === '1', byLog: query.log === '1', protocol: protocolOf(request.headers) }),
    }),
    route({
      method: 'POST',
      path: '/v1/vault/find',
      summary: 'Which of these batches stand in the log.',
      who: 'device',
      body: FindRequest,
      answer: FindAnswer,
      refuses: [],
      handle: ({ caller, body }) => find(ctx, caller, body),
    }),
    ...snapshotRoutes(ctx),
  ];
}

function snapshotRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/vault/snapshots',
      summary: 'One sealed part of a snapshot of the log.',
      who: 'device',
      body: SnapshotPartRequest,
      answer: SnapshotAnswer,
      refuses: ['contentMismatch', 'snapshotTaken', 'epochTaken'],
      handle: ({ caller, body }) => putPart(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/vault/snapshots/:id/commit',
      summary: 'The snapshot is whole and counts; what it stands for may go.',
      who: 'device',
      params: v.object({ id: Id }),
      body: v.object({}),
      answer: SnapshotAnswer,
      refuses: ['notFound', 'boxMissing', 'contentMismatch', 'snapshotTaken', 'epochTaken'],
      handle: ({ caller, params }) => commit(ctx, caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/v1/vault/snapshots/:id/parts/:part',
      summary: 'One part of a snapshot.',
      who: 'device',
      params: v.object({ id: Id, part: v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number)) }),
      answer: SnapshotPart,
      refuses: ['notFound'],
      handle: ({ caller, params }) => part(ctx, caller, params.id, params.part),
    }),
  ];
}
