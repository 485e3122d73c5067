/** Runs on the app's own origin: makes the book that a secretary has after five years, through the app's own storage and sync. */
import { havePacks } from '@/app/packs';
import { deriveInWorker } from '@/crypto';
import { addMonths, dateInVietnam, dayInMonth, monthOf, readMember, recordKey, rosterOn, type Change, type Json, type RecordKey } from '@/domain';
import { closeMeeting } from '@/features/meeting/work/close-meeting';
import { findFrame, procedureFor } from '@/packs';
import { hashJson, newId, Saver, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { loadSync, syncStatus } from '@/sync';
import { heldFields, plannedFields } from './meetings';
import { memberFields } from './people';

export interface SeedOptions {
  readonly passcode: string;
  /** Of the committee, for the book to be a connected one. */
  readonly code: string;
  readonly members: number;
  /** Closed meetings, one a month, ending last month. */
  readonly meetings: number;
  readonly tasksEach: number;
  /** The meeting of today: not begun, or going on with every step's records. */
  readonly today: 'planned' | 'open';
}

const changesOf = (key: RecordKey, fields: Readonly<Record<string, Json>>): Change[] => Object.entries(fields).map(([field, value]) => ({ key, field, value }));

async function seed(options: SeedOptions): Promise<{ meeting: string }> {
  await havePacks();
  const { activate, loadConnection, SyncRunner } = await loadSync();
  const book = await createBook('real', options.passcode, deriveInWorker);
  await activate(book, '', { code: options.code, deviceName: 'Máy đo', attempt: await hashJson(newId()) });
  await book.write(changesOf('cell:cell', { meetingDay: 5, meetingTime: '14:00', meetingPlace: 'Phòng họp tầng 2', hasCommittee: true, profile: 'hd05-duk-2021' }));
  const meeting = await fill(book, options);
  const runner = new SyncRunner(book, (await loadConnection(book))!);
  await runner.now();
  const { phase, reason, toSend } = syncStatus.getState();
  if (phase !== 'idle' || toSend > 0) throw new Error(`the seed did not reach the server: ${phase} ${reason ?? ''} ${toSend}`);
  await runner.stop();
  await book.close();
  return { meeting };
}

/** Members, meetings with their tasks, closed one by one as a secretary does, and today's. Returns the id of today's. */
async function fill(book: Book, { members: count, meetings, tasksEach, today: state }: SeedOptions): Promise<string> {
  const procedure = procedureFor('regular', 'hd05-duk-2021')!;
  const frame = findFrame(procedure.params.frame)!;
  const members = Array.from({ length: count }, (_, index) => ({ id: newId(), fields: memberFields(index) }));
  await book.write(members.flatMap(({ id, fields }) => changesOf(recordKey('member', id), fields)));
  const names = new Map(members.map(({ id, fields }) => [id, String(fields['name'])]));
  const nameOf = (id: string | null | undefined): string => (id && names.get(id)) || '';
  const read = members.map(({ id, fields }) => readMember(id, fields));
  const saver = new Saver(book, () => Date.now());
  const today = dateInVietnam(new Date().toISOString());
  for (let ago = meetings; ago > 0; ago -= 1) {
    const month = addMonths(monthOf(today), -ago);
    const date = dayInMonth(month, 5);
    const id = newId();
    const key = recordKey('meeting', id);
    const startedAt = new Date(`${date}T14:00:00+07:00`);
    const index = meetings - ago;
    await book.write(changesOf(key, heldFields({ index, date, startedAt, ended: true, roster: rosterOn(read, date), procedure, frame })));
    for (let i = 0; i < tasksEach; i += 1) {
      const open = ago === 1 || (ago === 2 && i === 0);
      const due = dayInMonth(addMonths(month, 1), 1 + i);
      await book.write(
        changesOf(recordKey('task', newId()), {
          what: `Hoàn thành việc số ${i + 1} đã nêu trong kết luận của chi bộ`,
          assigneeId: members[(index + i * 7) % count]!.id,
          due,
          meetingId: id,
          createdAt: new Date(startedAt.getTime() + 80 * 60_000).toISOString(),
          state: open ? 'open' : 'done',
          ...(!open && { doneOn: due, result: 'Đã hoàn thành, báo cáo chi ủy' }),
        }),
      );
    }
    const closed = await closeMeeting(saver, { key, procedure, nameOf }, new Date(startedAt.getTime() + 110 * 60_000).toISOString());
    if (!closed.ok) throw new Error(`the meeting of ${date} did not close: ${JSON.stringify(closed)}`);
    await book.write([{ key, field: 'post/postedOn', value: date }]);
  }
  const id = newId();
  const startedAt = new Date(Date.now() - 95 * 60_000);
  const roster = rosterOn(read, today);
  const fields = state === 'open' ? heldFields({ index: meetings, date: today, startedAt, ended: false, roster, procedure, frame }) : plannedFields({ date: today, procedure });
  await book.write(changesOf(recordKey('meeting', id), fields));
  return id;
}

Object.assign(window, { seed });
