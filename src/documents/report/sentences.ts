import { dayOfPeriod, GRADES, isTargetMet, isUnknown, LIFE_KINDS, quarterNumeral, type ReportPeriod, type TargetLine } from '@/domain';
import { count, dateText, decimal, lines, percent, phrase, sentence } from '../minutes/format.vi';
import { GRADE } from '../minutes/phrases.vi';
import { report as say } from './phrases.vi';
import type { ReportInput } from './types';

/** "quý III năm 2026", "6 tháng đầu năm 2026". */
export const whenText = ({ kind, number, year }: ReportPeriod): string =>
  kind === 'month' ? `tháng ${number < 3 ? `0${number}` : number} năm ${year}` : kind === 'quarter' ? `quý ${quarterNumeral(number)} năm ${year}` : kind === 'half' ? say.half(number, year) : `năm ${year}`;

/** "25/28": two counts as they stand beside each other. */
export const ratio = (part: number, whole: number): string => `${part}/${whole}`;
/** "05/10/2026". */
export const slashed = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
const monthNames = (months: readonly string[]): string => months.map((month) => `tháng ${Number(month.slice(5))}`).join(', ');
/** Several months together, or one. */
const isOne = ({ report }: ReportInput): boolean => report.period.kind === 'month';

export function membersLines({ report, figures: { members, events }, today }: ReportInput): string[] {
  const { kind } = report.period;
  const parts = (Object.keys(say.standing) as (keyof typeof say.standing)[]).filter((one) => members[one] > 0).map((one) => `${say.standing[one]} ${count(members[one])}`);
  const changes = LIFE_KINDS.filter((one) => events[one] > 0).map((one) => say.people(say.event[one], count(events[one])));
  return [
    say.strength(dateText(dayOfPeriod(report.period, today)), count(members.strength), parts.join(', ')),
    members.temporaryIn > 0 ? say.temporaryIn(count(members.temporaryIn)) : '',
    changes.length > 0 ? say.events(say.within[kind], changes.join('; ')) : say.noEvents(say.within[kind]),
  ];
}

export function meetingsLines(input: ReportInput): string[] {
  const { report, figures: { counts, means }, months } = input;
  const within = say.within[report.period.kind];
  const combined = months.flatMap(({ meetings }) => meetings).filter(({ point }) => point.kind === 'combined').length;
  const held = [
    counts.regular - combined > 0 ? say.regular(count(counts.regular - combined)) : '',
    combined > 0 ? say.combined(count(combined)) : '',
    counts.thematic - combined > 0 ? say.thematic(count(counts.thematic - combined)) : '',
    counts.extraordinary > 0 ? say.extraordinary(count(counts.extraordinary)) : '',
  ].filter((part) => part !== '');
  const committee = counts.cellCommittee > 0 ? count(counts.cellCommittee) : '';
  const missed = months.filter(({ state }) => state === 'missed').map(({ month }) => month);
  const before = months.filter(isUnknown).map(({ month }) => month);
  const themes = months.flatMap(({ meetings }) => meetings).filter(({ theme, point }) => phrase(theme) !== '' && (point.kind === 'thematic' || point.kind === 'combined'));
  const rate = means.attendance === null ? '' : percent(means.attendance);
  const of = ratio(counts.present, counts.expected);
  return [
    held.length > 0 ? say.held(within, held.join(', '), committee === '' ? '' : say.committee(committee)) : say.noMeetings(within),
    held.length === 0 && committee !== '' ? say.committeeOnly(within, committee) : '',
    missed.length > 0 ? say.missed(monthNames(missed)) : '',
    before.length > 0 ? say.before(monthNames(before)) : '',
    ...themes.map(({ theme, point }) => say.theme(phrase(theme), slashed(point.date))),
    rate === '' ? '' : (isOne(input) ? say.presentOne(of, rate) : say.presentMany(of, rate)) + say.absent(count(counts.excused), count(counts.unexcused)),
    means.duration === null ? '' : (isOne(input) ? say.durationOne : say.durationMany)(decimal(means.duration)),
  ];
}

export function qualityLines(input: ReportInput): string[] {
  const { figures: { counts, means, yearGrade }, months } = input;
  const graded = months.flatMap(({ graded: one }) => one ?? []);
  const list = [...GRADES.filter((grade) => counts[grade] > 0).map((grade) => say.gradeMonths(GRADE[grade], count(counts[grade]))), counts.ungraded > 0 ? say.ungraded(count(counts.ungraded)) : ''].filter((part) => part !== '');
  const official = graded.filter((one) => one.official).length;
  const [only] = graded;
  // Where the month's grade is not of its last regular meeting, its day is told.
  const other = months.flatMap(({ meetings, regular }) => meetings.filter(({ point }) => point.id === only?.meetingId && point.id !== regular?.point.id)).at(0)?.point.date;
  return [
    counts.turns > 0 ? say.turns(count(counts.turns)) : '',
    means.speech === null ? '' : say.speech(percent(means.speech)),
    isOne(input) ? (only ? say.gradeOne(other ? slashed(other) : '', only.points === null ? '' : decimal(only.points), GRADE[only.grade], only.official) : '') : graded.length > 0 ? say.grades(list.join(', '), official > 0 ? say.official(count(official)) : '') : '',
    yearGrade ? say.yearGrade(GRADE[yearGrade]) : '',
  ];
}

export const decisionLines = ({ figures: { counts } }: ReportInput): string[] => [
  counts.votes > 0 ? say.votes(count(counts.votes), count(counts.votesPassed)) : '',
  counts.resolutions > 0 ? say.resolutions(count(counts.resolutions)) : '',
  counts.papersIssued > 0 ? say.papers(count(counts.papersIssued)) : '',
  counts.reviewsHeld > 0 ? say.reviews(count(counts.reviewsHeld)) : '',
];

export function taskLines({ figures: { counts } }: ReportInput): string[] {
  const due = counts.tasksOnTime + counts.tasksLate + counts.tasksUnfinished;
  return [
    counts.tasksGiven > 0 ? say.given(count(counts.tasksGiven)) : '',
    due > 0 ? say.due(count(due), count(counts.tasksOnTime), percent((counts.tasksOnTime / due) * 100), count(counts.tasksLate), count(counts.tasksUnfinished)) : '',
  ];
}

export const duesLines = (input: ReportInput): string[] => {
  const { duesAsked, duesPaid } = input.figures.counts;
  return duesAsked === 0 ? [] : [(isOne(input) ? say.duesOne : say.duesMany)(ratio(duesPaid, duesAsked))];
};

function targetLine(line: TargetLine): string {
  const name = say.target[line.what];
  if (!name || line.need === 0) return '';
  const single = line.need === 1 && line.target <= 3;
  const value = line.need === null ? say.times(count(line.have)) : single ? (isTargetMet(line) ? say.has : say.lacks) : ratio(line.have, line.need);
  return `- ${name}: ${value}.`;
}
export const targetLines = ({ targets }: ReportInput): string[] => (targets ?? []).map(targetLine);

/** One text a line of a list, whatever lines it was typed in. */
const inOneLine = (text: string): string => lines(text).map((line) => sentence(line.replace(/^[-+–•*]\s+/u, ''))).filter((line) => line !== '').join(' ');

export const weaknessLines = ({ months }: ReportInput): string[] =>
  months.flatMap(({ month, meetings }) => meetings.map(({ weakness }) => (inOneLine(weakness) === '' ? '' : say.weak(Number(month.slice(5)), inOneLine(weakness)))));

/** So many tasks are named; the rest is counted. */
const NAMED = 15;
export function aheadLines({ ahead }: ReportInput): string[] {
  const rest = ahead.length - NAMED;
  return [...ahead.slice(0, NAMED).map(({ what, due }) => sentence(say.task(phrase(what), due === null ? '' : slashed(due)))), rest > 0 ? say.more(count(rest)) : ''];
}

export const petitionLines = ({ months }: ReportInput): string[] =>
  months.flatMap(({ meetings }) => meetings.flatMap(({ petitions }) => petitions.map((one) => (inOneLine(one) === '' ? '' : `- ${inOneLine(one)}`))));
