import { gradeCounts, summarise, tasksDueIn, type CalendarDate, type Grade, type Measured, type Task } from '@/domain';
import { formatNumber, formatPercent, type Translate } from '@/i18n';
import type { BarRow, Fill, Part } from '@/ui/charts';
import type { Shown, ShownMonth } from './use-history';

/** What is drawn, by its place in the address. */
export const METRICS = { attendance: 'du-hop', duration: 'thoi-luong', speech: 'phat-bieu', grades: 'xep-loai', tasks: 'nhiem-vu' } as const;
/** One of {@link METRICS}. */
export type Metric = keyof typeof METRICS;
/** Those that are measured in the meeting itself. */
export type MeetingMeasure = 'attendance' | 'duration' | 'speech';

/** How a grade is drawn: how high, and with what filling. */
export const GRADE: Record<Grade, { readonly percent: number; readonly fill: Fill }> = {
  good: { percent: 100, fill: 'gold' },
  fair: { percent: 75, fill: 'ok' },
  average: { percent: 50, fill: 'plain' },
  poor: { percent: 25, fill: 'short' },
};

/** A bar without the label and what it opens. */
export type Drawn = Pick<BarRow, 'percent' | 'fill' | 'target' | 'value' | 'note' | 'parts' | 'gap'>;

const EMPTY: Drawn = { percent: null, fill: 'good', target: null, value: '' };

/** The end of the scale: percent end at a hundred, minutes a little above the longest. */
export function scaleOf(months: readonly ShownMonth[], measure: MeetingMeasure): number {
  if (measure !== 'duration') return 100;
  return Math.max(60, ...months.flatMap(({ regular }) => [regular?.duration?.value ?? 0, regular?.duration?.target ?? 0])) * 1.05;
}

/** A value with its unit. */
export const inWords = (t: Translate, measure: MeetingMeasure, value: number): string => (measure === 'duration' ? t('minutes', { count: formatNumber(value, 0) }) : formatPercent(value));

/** What stands beside a meeting's number: what it is made of, and how far it falls short. */
export function noteOf(t: Translate, measure: MeetingMeasure, shown: Shown, one: Measured): string {
  const short = one.reached === false && one.target !== null;
  if (measure === 'duration') return short ? t('note.tooShort', { target: formatNumber(one.target ?? 0) }) : '';
  if (measure === 'speech') return t('note.speech', { part: one.part, whole: one.whole, turns: t('turns', { count: shown.turns }) });
  return [
    t('note.attendance', { part: one.part, whole: one.whole }),
    shown.unexcused > 0 ? t('note.unexcused', { count: shown.unexcused }) : '',
    short ? t('note.below', { target: formatPercent(one.target ?? 0) }) : '',
  ].filter(Boolean).join(' · ');
}

/** A month without a number, in words. */
const silent = (t: Translate, { state }: ShownMonth): Drawn => ({ ...EMPTY, gap: state === 'missed', value: t(`state.${state}`) });

/** One month of a measure. */
export function drawMonth(t: Translate, month: ShownMonth, measure: MeetingMeasure, scale: number): Drawn {
  const { regular } = month;
  if (!regular) return silent(t, month);
  const one = regular[measure];
  if (!one) return { ...EMPTY, value: t(regular.unread ? 'state.unread' : 'state.unknown') };
  return {
    percent: (one.value / scale) * 100,
    fill: one.reached === false ? 'short' : 'good',
    target: one.target === null ? null : (one.target / scale) * 100,
    value: inWords(t, measure, one.value),
    note: noteOf(t, measure, regular, one),
  };
}

/** One year of a measure: the mean of its months against what its last months were asked for. */
export function drawYear(t: Translate, months: readonly ShownMonth[], measure: MeetingMeasure, scale: number): Drawn {
  const { mean, reached, asked, missed } = summarise(months, measure);
  if (mean === null) return { ...EMPTY, value: t('state.unknown') };
  const target = months.flatMap(({ regular }) => regular?.[measure] ?? []).at(-1)?.target ?? null;
  return {
    percent: (mean / scale) * 100,
    fill: target !== null && mean < target ? 'short' : 'good',
    target: target === null ? null : (target / scale) * 100,
    value: inWords(t, measure, mean),
    note: [asked > 0 ? t('note.reached', { reached, asked }) : '', missed > 0 ? t('note.missed', { count: missed }) : ''].filter(Boolean).join(' · '),
  };
}

/** Whose grade it is, and what the cell gave itself where that was another. */
export function gradeNote(t: Translate, { points, official, self, grade }: Shown): string {
  const of = points === null ? '' : t('note.points', { points: formatNumber(points) });
  const whose = !official ? t('note.self') : self && self !== grade ? t('note.officialOver', { self: t(`meeting:grade.${self}`) }) : t('note.official');
  return [of, whose].filter(Boolean).join(' · ');
}

/** A month's grade. */
export function drawGrade(t: Translate, month: ShownMonth): Drawn {
  const { regular } = month;
  if (!regular) return silent(t, month);
  if (!regular.grade) return { ...EMPTY, value: t('state.ungraded') };
  return { ...GRADE[regular.grade], target: null, value: t(`meeting:grade.${regular.grade}`), note: gradeNote(t, regular) };
}

const countsOf = (months: readonly ShownMonth[]): ReturnType<typeof gradeCounts> => gradeCounts(months.map(({ regular }) => regular?.grade ?? null));

/** How often each grade was given, in words. */
export const gradesInWords = (t: Translate, months: readonly ShownMonth[]): string =>
  countsOf(months).map(({ grade, count }) => t('note.grades', { grade: t(`meeting:grade.${grade}`), count })).join(' · ');

/** The grades of a time as shares of a strip. */
export const gradeParts = (months: readonly ShownMonth[]): Part[] => countsOf(months).map(({ grade, count }) => ({ id: grade, count, fill: GRADE[grade].fill }));

/** The grades of a year. */
export function drawGrades(t: Translate, months: readonly ShownMonth[]): Drawn {
  const parts = gradeParts(months);
  return parts.length === 0 ? { ...EMPTY, value: t('state.ungraded') } : { ...EMPTY, percent: 100, parts, value: gradesInWords(t, months) };
}

/** The tasks that were due in a month or a year. */
export function drawTasks(t: Translate, tasks: readonly Task[], period: string, today: CalendarDate): Drawn {
  const { onTime, late, unfinished, percent } = tasksDueIn(tasks, period, today);
  if (percent === null) return { ...EMPTY, value: t('state.noTasks') };
  const parts: Part[] = [{ id: 'onTime', count: onTime.length, fill: 'good' }, { id: 'late', count: late.length, fill: 'plain' }, { id: 'unfinished', count: unfinished.length, fill: 'short' }];
  return { ...EMPTY, percent, parts, value: formatPercent(percent), note: parts.filter(({ count }) => count > 0).map(({ id, count }) => t(`task.${id}`, { count })).join(' · ') };
}
