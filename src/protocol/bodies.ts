import * as v from 'valibot';
import { BODY_ACTS, BODY_KINDS, isDate } from '@/domain';
import { Id, seq } from './parts';
import { CodeAnswer, Instant } from './wire';

const line = (max: number, min = 0) => v.pipe(v.string(), v.trim(), v.minLength(min), v.maxLength(max), v.regex(/^\P{Cc}*$/u), v.normalize('NFC'));
const day = v.pipe(v.string(), v.check(isDate));

/** Longest name of a body, and of its superior's line, in characters. */
export const MAX_BODY_NAME = 200;
/** Most acts in one change: a whole committee's tree in one sheet. */
export const MAX_BODY_ACTS = 5000;
/** Most cells that get an activation code at once. */
export const MAX_CODES = 2000;

/** A committee's own name of a body: letters, digits, `.` `_` `-`. */
export const BodyCode = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,40}$/));

const said = { name: line(MAX_BODY_NAME, 1), cluster: line(100), letterhead: line(MAX_BODY_NAME), placeName: line(100), term: line(40) };
const BodyStand = v.strictObject({ ...said, superior: v.nullable(Id) });
const ids = v.pipe(v.array(Id), v.minLength(1), v.maxLength(50));

/** One act of a change, as `domain/body-changes.ts` has them. */
export const BodyAct = v.variant('act', [
  v.strictObject({ act: v.literal('add'), body: Id, code: BodyCode, kind: v.picklist(BODY_KINDS), standing: BodyStand }),
  v.strictObject({ act: v.literal('amend'), body: Id, standing: v.partial(v.strictObject(said)) }),
  v.strictObject({ act: v.literal('move'), body: Id, superior: Id }),
  v.strictObject({ act: v.literal('merge'), bodies: ids, into: Id }),
  v.strictObject({ act: v.literal('split'), body: Id, into: ids, ends: v.boolean() }),
  v.strictObject({ act: v.literal('end'), body: Id }),
]);

/**
 * `POST /v1/committee/bodies/changes`: acts that hold from a day on, all or none. [ORG-8] `id` is a random one of the browser's own; `from`
 * is not after today. `note`: the decision behind it. `person` is not read any more: it is who is signed in.
 */
export const BodyChangeRequest = v.strictObject({
  id: Id,
  from: day,
  person: v.optional(line(120)),
  note: line(500),
  acts: v.pipe(v.array(BodyAct), v.minLength(1), v.maxLength(MAX_BODY_ACTS)),
});
/** See {@link BodyChangeRequest}. */
export type BodyChangeRequest = v.InferOutput<typeof BodyChangeRequest>;

/** A change as the committee sees it afterwards; `acts` is how many it had. */
export const BodyChangeView = v.object({ id: Id, from: v.string(), person: v.string(), note: v.string(), acts: seq, madeAt: Instant });
/** See {@link BodyChangeView}. */
export type BodyChangeView = v.InferOutput<typeof BodyChangeView>;

/**
 * `GET /v1/committee/bodies`: all bodies of the committee with all their periods, the changes that were made, and how many devices each
 * cell has. `today` is the server's day in Việt Nam.
 */
export const BodiesAnswer = v.object({
  today: v.string(),
  bodies: v.array(v.object({ id: Id, code: v.string(), kind: v.picklist(BODY_KINDS) })),
  periods: v.array(
    v.object({
      body: Id,
      seq,
      from: v.string(),
      act: v.picklist(BODY_ACTS),
      change: v.string(),
      name: v.string(),
      superior: v.nullable(Id),
      cluster: v.string(),
      letterhead: v.string(),
      placeName: v.string(),
      term: v.string(),
      ended: v.boolean(),
      successors: v.array(Id),
    }),
  ),
  changes: v.array(BodyChangeView),
  devices: v.record(Id, seq),
});
/** See {@link BodiesAnswer}. */
export type BodiesAnswer = v.InferOutput<typeof BodiesAnswer>;

/** Answer of a change: it is made, or was before. */
export const BodyChangeAnswer = v.object({ state: v.picklist(['made', 'same']), change: BodyChangeView });
/** See {@link BodyChangeAnswer}. */
export type BodyChangeAnswer = v.InferOutput<typeof BodyChangeAnswer>;

/** `POST /v1/committee/codes`: fresh activation codes for several cells. [COM-7] A cell that has a device, or has ended, gets none. */
export const CodesRequest = v.object({ cells: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MAX_CODES)) });
/** See {@link CodesRequest}. */
export type CodesRequest = v.InferOutput<typeof CodesRequest>;
/** See {@link CodesRequest}. */
export const CodesAnswer = v.object({ codes: v.array(v.object({ cell: Id, ...CodeAnswer.entries })) });
/** See {@link CodesAnswer}. */
export type CodesAnswer = v.InferOutput<typeof CodesAnswer>;

/** [ORG-9] What a directive of kind `body` says: how the cell is called from a day on, what stands over its documents, and whether it goes on. */
export const CellBodyBody = v.object({
  from: day,
  name: v.string(),
  superior: v.string(),
  placeName: v.string(),
  /** What held until that day. */
  before: v.object({ name: v.string(), superior: v.string(), placeName: v.string() }),
  /** `there`, or why it is no more. */
  state: v.picklist(['there', 'merged', 'split', 'ended']),
  /** Names of what took its place. */
  successors: v.array(v.string()),
});
/** See {@link CellBodyBody}. */
export type CellBodyBody = v.InferOutput<typeof CellBodyBody>;
