import * as v from 'valibot';
import { GRADES } from '@/domain';
import { Id, seq, sha256 } from './parts';

const instant = v.pipe(v.string(), v.isoTimestamp());
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

/** Longest reason of a grade, in characters. */
export const MAX_REASON = 2000;
/** Most directives in one answer. */
export const MAX_DIRECTIVES = 50;
/** Most ids in one word that directives were seen. */
export const MAX_SEEN = 100;

/** [DIR-3] What an official grade says. `hash` is that of the document as it was graded; `total` is what its points are out of. */
export const OfficialGradeBody = v.object({
  meetingId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  submissionId: Id,
  hash: sha256,
  grade: v.picklist(GRADES),
  points: v.nullable(points),
  total: v.nullable(points),
  reason: text(MAX_REASON),
  replaces: v.nullable(Id),
});
/** See {@link OfficialGradeBody}. */
export type OfficialGradeBody = v.InferOutput<typeof OfficialGradeBody>;

/** Longest text of a step's official wording, in characters. */
export const MAX_WORDING = 2000;
/** Most texts of wording in one word of the committee's: each cell gets a copy of them. */
export const MAX_WORDINGS = 60;

const code = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const dated = v.pipe(v.string(), v.isoDate());

/**
 * [DIR-9] Which guidance the committee's cells follow from a day on: profile, scoring frame ('' for the procedure's own), official wording by
 * `<procedure>/<step>/<part>` ('' takes a text back). Null and no texts: nothing said of it.
 */
export const GuidanceBody = v.object({
  from: dated,
  profile: v.nullable(code(/^[a-z0-9-]{1,40}$/)),
  frame: v.nullable(code(/^[a-z0-9-]{0,40}$/)),
  wording: v.pipe(
    v.record(code(/^[A-Za-z0-9.-]{1,60}\/[a-z0-9-]{1,40}\/(label|guidance|say)$/), text(MAX_WORDING)),
    v.check((texts) => Object.keys(texts).length <= MAX_WORDINGS),
  ),
});
/** See {@link GuidanceBody}. */
export type GuidanceBody = v.InferOutput<typeof GuidanceBody>;

/** `POST /v1/committee/guidance`: one word to all cells of the committee. `id` as in {@link DirectiveRequest}. */
export const GuidanceRequest = v.object({ id: Id, ...GuidanceBody.entries });
/** See {@link GuidanceRequest}. */
export type GuidanceRequest = v.InferOutput<typeof GuidanceRequest>;

/** What was sent to all cells: how many got it, and in how many somebody has seen it. */
export const GuidanceView = v.object({ id: Id, issuedAt: instant, person: v.string(), ...GuidanceBody.entries, cells: seq, seen: seq });
/** See {@link GuidanceView}. */
export type GuidanceView = v.InferOutput<typeof GuidanceView>;

/** `GET /v1/committee/guidance`: all that was sent, the newest first. */
export const GuidanceAnswer = v.object({ guidance: v.array(GuidanceView) });
/** See {@link GuidanceAnswer}. */
export type GuidanceAnswer = v.InferOutput<typeof GuidanceAnswer>;

/**
 * One directive on its way down: readable, from the committee to one cell. `seq` counts 1, 2, 3 … per cell. What `body` holds goes by
 * `kind`; a phone keeps a kind that it does not know as it came ([DIR-6]).
 */
export const DirectiveEnvelope = v.object({
  id: Id,
  cell: Id,
  seq: v.pipe(seq, v.minValue(1)),
  kind: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)),
  issuedAt: instant,
  issuedBy: v.object({ committee: v.string(), person: v.string() }),
  body: v.record(v.string(), v.unknown()),
});
/** See {@link DirectiveEnvelope}. */
export type DirectiveEnvelope = v.InferOutput<typeof DirectiveEnvelope>;

/** `GET /v1/directives?after=<seq>` (device): the cell's directives after a sequence, in order; `more` says to ask again. */
export const DirectivesAnswer = v.object({ directives: v.array(DirectiveEnvelope), head: seq, more: v.boolean() });
/** See {@link DirectivesAnswer}. */
export type DirectivesAnswer = v.InferOutput<typeof DirectivesAnswer>;

/** `POST /v1/directives/seen` (device): somebody of the cell has had these before them. */
export const SeenRequest = v.object({ ids: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MAX_SEEN)) });
/** See {@link SeenRequest}. */
export type SeenRequest = v.InferOutput<typeof SeenRequest>;

/**
 * `POST /v1/committee/submissions/:id/directives`: what the committee says to a document, by kind. `id` is a random one of the browser's
 * own, so that an answer lost on the way can be asked for again.
 */
export const DirectiveRequest = v.variant('kind', [
  v.object({
    kind: v.literal('officialGrade'),
    id: Id,
    grade: v.picklist(GRADES),
    points: v.nullable(points),
    reason: text(MAX_REASON),
    /** Id of the grade in force as the committee has it before it; null for none. */
    replaces: v.nullable(Id),
  }),
]);
/** See {@link DirectiveRequest}. */
export type DirectiveRequest = v.InferOutput<typeof DirectiveRequest>;

/** A directive as the committee sees it: with the moment at which the cell first had it before it. */
export const DirectiveView = v.object({ directive: DirectiveEnvelope, seenAt: v.nullable(instant) });
/** See {@link DirectiveView}. */
export type DirectiveView = v.InferOutput<typeof DirectiveView>;
