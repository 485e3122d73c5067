import { canonicalJson, needsReason, type Json } from '@/domain';
import type { DirectiveRequest, DirectiveView, MeetingRecord, OfficialGradeBody, SubmissionBody } from '@/protocol';
import { isAmong, note, sha256, signatureOf, type CommitteeCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { directivesOf, findDirective, insertDirective, raiseCounter, submissionFor, type DirectiveRow } from '../store';
import { meetingKey, viewOf } from './look';

/**
 * [DIR-1] [DIR-2] The committee says something to a document of one of its cells. The counter of the cell is locked first, so that two
 * officials at once come one after the other, and the second is told what the first has done.
 * @throws Refusal notFound, contentMismatch, gradeTaken, invalid (422, with the path)
 */
export async function issue(ctx: Context, caller: CommitteeCaller, submission: string, request: DirectiveRequest): Promise<DirectiveView> {
  return ctx.store.transact(async (tx) => {
    const about = await submissionFor(tx, caller.committee, submission);
    if (!about || !isAmong(caller.reach.grade, about.cell)) throw new Refusal('notFound');
    const { cell } = about;
    const last = await raiseCounter(tx, cell, 'directives', 0);
    const hash = sha256(canonicalJson({ submission, request, by: caller.account } as unknown as Json));
    const before = await findDirective(tx, cell, request.id);
    if (before && before.hash !== hash) throw new Refusal('contentMismatch');
    if (before) return viewOf(before);
    const document = JSON.parse(about.body) as SubmissionBody;
    // Only meetings are graded.
    if (document.type !== 'meeting') throw new Refusal('invalid', { path: 'kind' });
    const body = gradeBody(request, document, { submission, hash: hashOf(about.receipt), given: await directivesOf(tx, cell, meetingKey(document.meetingId)) });
    await raiseCounter(tx, cell, 'directives', 1);
    const row: DirectiveRow = {
      cell,
      seq: last + 1,
      directive: request.id,
      kind: request.kind,
      hash,
      issuedAt: instantOf(ctx.now()),
      issuedBy: JSON.stringify({ committee: caller.name, person: signatureOf(caller) }),
      body: JSON.stringify(body),
      seenAt: null,
    };
    await insertDirective(tx, row, { submission, meeting: meetingKey(document.meetingId), date: document.date });
    await note(ctx, tx, caller, 'grade', { cell, subject: submission });
    return viewOf(row);
  });
}

const hashOf = (receipt: string): string => (JSON.parse(receipt) as { receipt: { hash: string } }).receipt.hash;

interface Graded {
  readonly submission: string;
  readonly hash: string;
  /** What was said to the meeting before. */
  readonly given: readonly DirectiveRow[];
}

/** [DIR-3] An official grade as it goes out. @throws Refusal gradeTaken, invalid */
function gradeBody({ grade, points, reason, replaces }: DirectiveRequest, { meetingId, score }: MeetingRecord, { submission, hash, given }: Graded): OfficialGradeBody {
  const inForce = given.filter(({ kind }) => kind === 'officialGrade').at(-1)?.directive ?? null;
  if (inForce !== replaces) throw new Refusal('gradeTaken');
  if (points !== null && score && points > score.total) throw new Refusal('invalid', { path: 'points' });
  if (reason === '' && needsReason(score, { grade, points })) throw new Refusal('invalid', { path: 'reason' });
  return { meetingId, submissionId: submission, hash, grade, points, total: score?.total ?? null, reason, replaces };
}
