import { compareNames, countAttendance, isCellMeeting, personAt, summarisePerson, type CalendarDate, type Meeting, type PersonAt, type RosterEntry } from '@/domain';
import { dayOf } from './register';
import type { Column, FormHead, Row, Table, Words } from './table';

/** What the grid is of. */
export interface AttendanceOptions {
  readonly cellName: string;
  readonly year: number;
  readonly today: CalendarDate;
  readonly head: FormHead | null;
}

/** Meetings of the whole cell at which the roll was called, oldest first: of chi ủy and cấp ủy only those with a post are members. */
export const rollsOf = (meetings: readonly Meeting[]): Meeting[] =>
  meetings
    .filter(({ kind, roster }) => isCellMeeting(kind) && roster.length > 0)
    .sort((a, b) => (a.date + a.time < b.date + b.time ? -1 : 1));

/** The sign of one member at one meeting: there, late, left early, absent with or without a reason, or not expected. */
const SIGN: Record<PersonAt['state'], string> = { present: 'x', late: 'm', leftEarly: 's', excused: 'P', unexcused: 'K', notExpected: '–' };

/**
 * [XLS-2] Who was at which meeting of a year, with everybody's own rate as on their own page ([HIST-6]) and every meeting's as the screens count
 * it ([ATT-3]): who is not in a meeting's base is not counted there. Names and standing are those of the rolls, so that who has left since is in it.
 */
export function attendanceTable(meetings: readonly Meeting[], { cellName, year, today, head }: AttendanceOptions, t: Words): Table {
  const rolls = rollsOf(meetings);
  const people = new Map<string, RosterEntry>();
  for (const { roster } of rolls) for (const entry of roster) people.set(entry.id, entry);
  const sorted = [...people.values()].sort((a, b) => compareNames(a.name, b.name));
  const columns: Column[] = [
    { heading: t('attendance.column.number'), width: 6, kind: 'number' },
    { heading: t('attendance.column.name'), width: 28, kind: 'text' },
    ...rolls.map(({ date }): Column => ({ heading: dayOf(date).slice(0, 5), width: 10, kind: 'mark' })),
    { heading: t('attendance.column.present'), width: 8, kind: 'number' },
    { heading: t('attendance.column.expected'), width: 8, kind: 'number' },
    { heading: t('attendance.column.rate'), width: 9, kind: 'percent' },
  ];
  const rows = sorted.map(({ id, name }, index): Row => {
    const own = rolls.map((meeting) => personAt(meeting, id));
    const { attended, expected, percent } = summarisePerson(own.filter((at) => at !== null));
    return { cells: [index + 1, name, ...own.map((at) => (at ? SIGN[at.state] : '')), attended, expected, percent] };
  });
  const counts = rolls.map(({ roster, marks }) => countAttendance(roster, marks));
  const [present, expected] = [sum(counts.map((count) => count.present)), sum(counts.map((count) => count.expected))];
  const total = (name: string, cells: Row['cells'], ...ends: Row['cells']): Row => ({ strong: true, cells: [null, t(`attendance.${name}`), ...cells, ...ends] });
  return {
    sheet: t('attendance.sheet', { year }),
    head,
    title: t('attendance.title', { year }),
    lines: head ? [] : [t('about', { cell: cellName, date: dayOf(today) })],
    columns,
    under: ['', '', ...rolls.map(({ kind }) => t(`attendance.kind.${kind}`)), '', '', ''],
    rows: [
      ...rows,
      total('present', counts.map((count) => count.present), present, null, null),
      total('expected', counts.map((count) => count.expected), null, expected, null),
      total('rate', counts.map(({ ratePercent }) => ({ percent: ratePercent })), null, null, rate(present, expected)),
    ],
    foot: [t('attendance.legend'), t('attendance.base')],
    frozen: 2,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10);
