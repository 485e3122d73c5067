import { assembleMinutes, finalMinutes, mergeMinutes, type MinutesInput } from '@/documents';
import { loadProof } from '@/documents/proof/load';
import { cellOn, readCell, readDirectives, readMeeting, isCellMeeting, totalScore, type Change, type Json, type Meeting, type MemberId } from '@/domain';
import { DIRECTORY_KEY, hashJson, readDirectory, StorageError, type Saver } from '@/storage';
import { nextPlace } from '@/storage/next-place';
import { loadSync } from '@/sync';
import { capital } from '../attendance/reason';
import type { MeetingContext } from '../meeting-context';
import { minutesInput } from './use-minutes';
import { tasksOf } from './use-tasks';

/** How closing went. `incomplete`: the record lacks something, by path; nothing was written then, as with every failure. */
export type CloseResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly path: string }
  | { readonly ok: false; readonly reason: 'unsaved' | StorageError['reason'] | 'unknown' };

/** What queues the meeting's record for the committee. */
async function documentChanges(sync: Awaited<ReturnType<typeof loadSync>>, input: MinutesInput, edits: Meeting['minutes'], minutesHash: string, closedAt: string): Promise<Change[]> {
  const { sections, subject } = finalMinutes(mergeMinutes(assembleMinutes({ ...input, audience: 'committee' }), edits));
  const nameOf = (id: MemberId): string => input.nameOf(id) ?? '';
  const body = sync.meetingRecord({ ...input, nameOf, minutesSections: sections, minutesHash, closedAt });
  return (await sync.submissionChanges(body, capital(subject), closedAt)).changes;
}

/**
 * [CLOSE-2] Closes the minutes for good in one transaction: the final text, its fingerprint and what it follows [CLOSE-3], the result, the document that goes up,
 * (of the whole cell's meetings: minutes of chi ủy and cấp ủy stay in the book, [KIND-1]) and last of all the mark that refuses every later change. All or nothing: a phone that dies on the way opens on minutes not closed.
 * Works on the records as they are on the disk, after everything typed has been written out.
 */
export async function closeMeeting(saver: Saver, { key, procedure, nameOf }: Pick<MeetingContext, 'key' | 'procedure' | 'nameOf'>, now: string): Promise<CloseResult> {
  const { book } = saver;
  try {
    await saver.flush();
    if (saver.unwritten.length > 0) return { ok: false, reason: 'unsaved' };
    const [fields, cellFields, directives, directory, taskRecords, sync, proof, closedPrev] = await Promise.all([
      book.read(key), book.read('cell:cell'), book.list('directive'), book.read(DIRECTORY_KEY), book.list('task'), loadSync(), loadProof(), nextPlace(book),
    ]);
    const meeting = readMeeting(key.slice('meeting:'.length), fields);
    if (meeting.state === 'closed') return { ok: false, reason: 'closed' };
    const tasks = tasksOf(taskRecords, readDirectory(directory), meeting);
    const cell = readCell(cellOn(cellFields, readDirectives(directives), meeting.date));
    const input = minutesInput({ cell, procedure, nameOf }, meeting, tasks);
    const final = finalMinutes(mergeMinutes(assembleMinutes(input), meeting.minutes));
    const closedHash = await proof.minutesPrint(hashJson, meeting, final, cell, now, closedPrev);
    const score = input.frame && totalScore(input.frame, meeting.scores, meeting.kind);
    const changes = isCellMeeting(meeting.kind) ? await documentChanges(sync, input, meeting.minutes, closedHash, now) : [];
    const own = (field: string, value: Json): Change => ({ key, field, value });
    await book.write([
      own('final', final as unknown as Json),
      own('closedHash', closedHash),
      own('closedPrev', closedPrev),
      own('closedHead', { name: cell.name, superior: cell.superior }),
      ...(score?.grade ? [own('result', { points: score.points, grade: score.grade })] : []),
      ...changes,
      own('closedAt', now),
    ]);
    return { ok: true };
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, reason: error.reason };
    const { name, path } = error as { name?: string; path?: string };
    return name === 'IncompleteRecord' ? { ok: false, reason: 'incomplete', path: path ?? '' } : { ok: false, reason: 'unknown' };
  }
}
