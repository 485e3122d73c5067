import { addDays, dateInVietnam, dayInMonth, addMonths, monthOf, type Change, type Json, type RecordKey } from '@/domain';
import { procedureFor } from '@/packs';
import { newId, type Book } from '@/storage';
import { havePacks } from './packs';
import sample from './trial-data.json';

/**
 * Fills the try-out book: twenty made-up members in several categories, tasks from last month, and a regular meeting planned for
 * today with half of its preparation done. The dates are reckoned from today, so that the try-out is never out of season.
 */
export async function writeTrialData(book: Book): Promise<void> {
  await havePacks();
  const now = new Date().toISOString();
  const today = dateInVietnam(now);
  const changes: Change[] = [];
  const put = (key: RecordKey, fields: Record<string, Json>): void => {
    for (const [field, value] of Object.entries(fields)) changes.push({ key, field, value });
  };
  put('cell:cell', {
    ...sample.cell,
    meetingTime: '14:00',
    meetingDay: Number(today.slice(8, 10)),
    hasCommittee: true,
    profile: 'hd05-duk-2021',
  });
  const ids = sample.people.map(({ name, position, birthDate, sex }, index) => {
    const id = newId();
    const joined = `${Number(birthDate.slice(0, 4)) + 27}-05-19`;
    const probationary = index >= 18;
    put(`member:${id}`, {
      name,
      position,
      birthDate,
      sex,
      joinedOn: probationary ? `${addMonths(monthOf(today), -6)}-15` : joined,
      standing: probationary ? 'probationary' : 'official',
      cardNumber: `00.${String(100100 + index * 37)}`,
      job: sample.jobs[index < 3 ? 0 : 1]!,
      ...(probationary ? {} : { officialOn: `${Number(joined.slice(0, 4)) + 1}-05-19` }),
      ...(index === 12 ? { 'status/2025-01-01': 'exempt' } : {}),
      ...(index === 16 ? { 'status/2026-01-15': 'temporaryOut' } : {}),
    });
    return id;
  });
  const lastMonth = dayInMonth(addMonths(monthOf(today), -1), 20);
  for (const { what, who, result } of sample.tasks) {
    put(`task:${newId()}`, {
      what,
      assigneeId: ids[who]!,
      due: today,
      createdAt: `${lastMonth}T08:00:00.000Z`,
      state: result ? 'done' : 'open',
      ...(result ? { doneOn: addDays(today, -4), result } : {}),
    });
  }
  const procedure = procedureFor('regular', 'hd05-duk-2021')!;
  put(`meeting:${newId()}`, {
    kind: 'regular',
    date: today,
    time: '14:00',
    place: sample.cell.meetingPlace,
    procedure: { id: procedure.id, version: procedure.version },
    createdAt: now,
    'prep/committeeMetOn': addDays(today, -3),
    'prep/preparerId': ids[1]!,
    'prep/noticeSentOn': addDays(today, -2),
  });
  await book.write(changes);
}
