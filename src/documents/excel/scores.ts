import { criteriaOf, gradeOf, type CalendarDate, type Directive, type Frame, type Meeting } from '@/domain';
import { dayOf } from './register';
import type { Column, Row, Table, Words } from './table';

/** A meeting with the frame that it was scored by, and its own result once it was closed. */
export interface Scored {
  readonly meeting: Meeting;
  readonly frame: Frame;
  readonly points: number | null;
  readonly grade: string | null;
}

/** What the score grid needs beside the meetings. */
export interface ScoresOptions {
  readonly cellName: string;
  readonly year: number;
  readonly today: CalendarDate;
  readonly directives: readonly Directive[];
}

/**
 * [XLS-4] The scores of a year: criteria down, meetings across, with points, grade and the grade that counts ([GRADE-1]). One sheet a frame:
 * points of two frames do not stand side by side.
 */
export function scoreTables(scored: readonly Scored[], options: ScoresOptions, t: Words): Table[] {
  const frames = [...new Set(scored.map(({ frame }) => frame))];
  return frames.map((frame, index) => table(frame, scored.filter((one) => one.frame === frame), frames.length > 1 ? index + 1 : null, options, t));
}

function table(frame: Frame, scored: readonly Scored[], number: number | null, { cellName, year, today, directives }: ScoresOptions, t: Words): Table {
  const meetings = [...scored].sort((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
  const columns: Column[] = [
    { heading: t('scores.column.number'), width: 6, kind: 'mark' },
    { heading: t('scores.column.criterion'), width: 60, kind: 'text' },
    { heading: t('scores.column.max'), width: 9, kind: 'number' },
    ...meetings.map(({ meeting }): Column => ({ heading: dayOf(meeting.date).slice(0, 5), width: 11, kind: 'number' })),
  ];
  let count = 0;
  const groups = frame.groups.flatMap((group, index): Row[] => [
    { strong: true, cells: [roman(index + 1), group.label, group.max, ...meetings.map(() => null)] },
    ...criteriaOf({ ...frame, groups: [group] }).map((criterion): Row => ({
      cells: [String((count += 1)), criterion.label, criterion.max, ...meetings.map(({ meeting }) => meeting.scores[criterion.id]?.points ?? null)],
    })),
  ]);
  const last = (name: string, cells: Row['cells'], max: number | null = null): Row => ({ strong: true, cells: [null, t(`scores.${name}`), max, ...cells] });
  const counting = meetings.map(({ meeting, points, grade }) => gradeOf({ id: meeting.id, points, grade }, directives));
  const word = (grade: string | null | undefined): string | null => (grade ? t(`meeting:grade.${grade}`) : null);
  return {
    sheet: number === null ? t('scores.sheet', { year }) : t('scores.sheetOf', { year, number }),
    head: null,
    title: t('scores.title', { year }),
    lines: [frame.title, t('about', { cell: cellName, date: dayOf(today) })],
    columns,
    under: ['', '', '', ...meetings.map(({ meeting }) => t(`attendance.kind.${meeting.kind}`))],
    rows: [
      ...groups,
      last('total', meetings.map(({ points }) => points), frame.total),
      last('own', meetings.map(({ grade }) => word(grade))),
      ...(counting.some((one) => one?.official) ? [last('official', counting.map((one) => word(one?.official?.grade)))] : []),
    ],
    foot: [t('scores.empty')],
    frozen: 2,
  };
}

const roman = (number: number): string => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][number - 1] ?? String(number);
