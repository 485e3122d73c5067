/**
 * The figures of the year worked out a second time, from the plan of the year and from the rules as they are written down in words: nothing
 * of the app's own counting is used here.
 */
import { CHANGE, PEOPLE, YEAR, type GivenTask, type Kind, type Person, type Sitting } from './plan';

const CLOCK = '14:00';
const tenth = (n: number): number => Math.round(n * 10) / 10;
/** As a Vietnamese reads a number: 87,5. */
export const vn = (n: number): string => String(tenth(n)).replace('.', ',');
export const vnDate = (date: string): string => date.split('-').reverse().join('/');

interface OnTheDay {
  readonly name: string;
  readonly official: boolean;
  readonly exempt: boolean;
}

/** The people of a meeting on its day: those with a post alone for chi ủy. */
export const roster = ({ kind, date }: Pick<Sitting, 'kind' | 'date'>): OnTheDay[] =>
  PEOPLE.filter(({ since, leftFrom, post }) => !(since && since > date) && !(leftFrom && leftFrom <= date) && (kind !== 'cellCommittee' || post !== '')).map((person) => ({
    name: person.name,
    official: isOfficial(person, date),
    exempt: person.exemptFrom !== undefined && person.exemptFrom <= date,
  }));
const isOfficial = ({ officialOn }: Person, date: string): boolean => officialOn !== null && officialOn <= date;

const isThere = (sitting: Sitting, { name, exempt }: OnTheDay): boolean => {
  const how = sitting.marks[name]?.how;
  return exempt ? how === 'present' : how !== 'excused' && how !== 'unexcused';
};

/** §4.1: exempt members are in the rate only when they come. */
export function attendance(sitting: Sitting): { expected: number; present: number; percent: number } {
  const all = roster(sitting).filter((one) => !one.exempt || isThere(sitting, one));
  const present = all.filter((one) => isThere(sitting, one)).length;
  return { expected: all.length, present, percent: tenth((present / all.length) * 100) };
}

/** §4.4: of all official members; the exempt only when there. In the room: not who has not come yet. */
export function votes(sitting: Sitting, at: string): { base: number; inRoom: number; half: number; twoThirds: number } {
  const own = roster(sitting).filter((one) => one.official && (!one.exempt || isThere(sitting, one)));
  const base = own.length;
  const inRoom = own.filter((one) => {
    const mark = sitting.marks[one.name];
    return isThere(sitting, one) && !(mark?.how === 'late' && mark.at > at);
  }).length;
  let half = 0;
  while (half * 2 <= base) half += 1;
  let twoThirds = 0;
  while (twoThirds * 3 < base * 2) twoThirds += 1;
  return { base, inRoom, half, twoThirds };
}

/** The moment that a step begins, in seconds after the opening. */
export function beginsAt({ steps }: Sitting, id: string): number {
  let sum = 0;
  for (const [step, seconds] of steps) {
    if (step === id) return sum;
    sum += seconds;
  }
  return sum;
}
/** Time of day, HH:mm, so many seconds after the opening. */
export function clockAt(seconds: number): string {
  const [hours, minutes] = CLOCK.split(':').map(Number) as [number, number];
  const all = hours * 60 + minutes + Math.floor(seconds / 60);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
/** Whole minutes of a meeting. */
export const lasted = (sitting: Sitting): number => Math.floor(beginsAt(sitting, '') / 60);

/** A vote as it must come out: its hands, its base, and whether enough are for it. */
export function voteOf(sitting: Sitting, step: string): { yes: number; no: number; other: number; base: number; percent: number; passed: boolean; needed: number } {
  const { base, inRoom, half, twoThirds } = votes(sitting, clockAt(beginsAt(sitting, step)));
  const { no, other } = sitting.hands[step]!;
  const yes = inRoom - no - other;
  const needed = step === 'bt-nd-03' ? twoThirds : half;
  return { yes, no, other, base, percent: tenth((yes / base) * 100), passed: yes >= needed, needed };
}

/** Those who spoke, of those there. */
export const speakers = (sitting: Sitting): { spoke: number; present: number } => ({ spoke: new Set([...sitting.speakers, ...sitting.critics]).size, present: attendance(sitting).present });

/** What a meeting looks back at: given before it, and still open or found done since the last meeting of its kind. Done, of those due by its day or done. */
export function tasks(year: readonly Sitting[], sitting: Sitting): { back: GivenTask[]; done: number; due: number } {
  const before = year.filter(({ date }) => date < sitting.date);
  const last = before.findLast(({ kind }) => kind === sitting.kind)?.date ?? '';
  const doneOn = new Map([...before, sitting].flatMap(({ date, done }) => done.map((what) => [what, date] as const)));
  const back = before.flatMap(({ given }) => given).filter(({ what }) => (doneOn.get(what) ?? sitting.date) > last);
  const due = back.filter((task) => doneOn.has(task.what) || task.due <= sitting.date);
  return { back, done: due.filter((task) => doneOn.has(task.what)).length, due: due.length };
}

const MINUTES = 90;
const share = (max: number, part: number, whole: number): number => (part >= whole ? max : Math.min(max - 1, Math.floor((max * part) / whole)));

/** Steps that the guidance requires in the meeting, up to the scoring; those after it are still to come. */
const REQUIRED: Partial<Record<Kind, (newer: boolean) => number>> = { regular: (newer) => (newer ? 18 : 17), thematic: () => 13 };

export interface Scored {
  readonly points: number;
  readonly of: number;
  readonly grade: 'Tốt' | 'Khá' | 'Trung bình' | 'Kém';
}

/** The score that the records give, judgement in full; null for meetings without one. */
export function score(year: readonly Sitting[], sitting: Sitting): Scored | null {
  const required = REQUIRED[sitting.kind];
  if (!required) return null;
  const newer = sitting.date >= CHANGE;
  const { present, expected } = attendance(sitting);
  const rate = (present / expected) * 100;
  const clean = !roster(sitting).some(({ name }) => sitting.marks[name]?.how === 'unexcused');
  const step = sitting.kind === 'regular' ? 'tk-kt-04' : 'cd-kt-04';
  const minutes = Math.floor(beginsAt(sitting, step) / 60);
  const { done, due } = tasks(year, sitting);
  const percent = due === 0 ? null : tenth((done / due) * 100);
  const all = required(newer);
  const facts: Facts = { sitting, rate, clean, present, expected, minutes, steps: [sitting.skipped ? all - 1 : all, all], percent };
  const [points, of] = newer ? tiered(year, facts) : national(facts);
  const reached = (points / of) * 100;
  return { points, of, grade: reached >= 90 ? 'Tốt' : reached >= 70 ? 'Khá' : reached >= 50 ? 'Trung bình' : 'Kém' };
}

interface Facts {
  readonly sitting: Sitting;
  readonly rate: number;
  readonly clean: boolean;
  readonly present: number;
  readonly expected: number;
  readonly minutes: number;
  readonly steps: readonly [done: number, all: number];
  /** Of tasks done; null: none was due. */
  readonly percent: number | null;
}

const inTime = ({ documentsOn, date }: Sitting): boolean => documentsOn !== null && documentsOn < date;

/** §2.1 with the older guidance's "more than 85%" (§1.5). */
function national({ sitting, rate, clean, present, expected, minutes, steps, percent }: Facts): [number, number] {
  const lost = [
    5 - share(5, minutes, MINUTES),
    rate > 85 && clean ? 0 : 5 - Math.min(4, Math.floor((5 * present) / expected)),
    5 - share(5, inTime(sitting) ? 3 : 2, 3),
    5 - share(5, ...steps),
    percent === null || percent >= 90 ? 0 : 30 - Math.floor((30 * percent) / 100),
  ];
  return [100 - lost.reduce((sum, n) => sum + n, 0), 100];
}

/** §2.2, and what the product decided where the form is silent. */
function tiered(year: readonly Sitting[], { sitting, rate, clean, minutes, steps, percent, present }: Facts): [number, number] {
  const thematic = sitting.kind === 'thematic';
  const short = MINUTES - minutes;
  const talk = (speakers(sitting).spoke / present) * 100;
  const seconds = sitting.steps.reduce((sum, [id, long]) => sum + (id === 'tk-nd-02' || id === 'tk-nd-08' ? long : 0), 0);
  const row = Math.max(...roster(sitting).map(({ name }) => run(year, sitting, name)));
  const { passed } = voteOf(sitting, thematic ? 'cd-kt-02' : 'tk-kt-03');
  const lost = [
    short <= 0 ? 0 : short <= 15 ? 1 : short <= 30 ? 2 : minutes >= MINUTES / 2 ? 3 : 4,
    !clean || rate < 65 ? 3 : rate >= 90 ? 0 : rate >= 75 ? 1 : 2,
    row > 3 ? 1 : 0,
    inTime(sitting) ? 0 : 2,
    5 - share(5, ...steps),
    talk >= 50 ? 0 : talk >= 40 ? 1 : talk >= 30 ? 2 : 3,
    seconds >= 15 * 60 ? 0 : 1,
    sitting.documentsOn === null ? 1 : 0,
    percent === null || percent >= 90 ? 0 : percent >= 80 ? 3 : percent >= 70 ? 6 : percent >= 60 ? 10 : percent >= 50 ? 15 : 20,
    passed ? 0 : 1,
  ];
  // Five points are for a thematic part alone, ten for a regular one.
  const of = thematic ? 90 : 95;
  return [of - lost.reduce((sum, n) => sum + n, 0), of];
}

/** The longest row of absences with a reason up to a meeting: regular and thematic ones together, those left out that asked nothing of the member. */
function run(year: readonly Sitting[], sitting: Sitting, name: string): number {
  const own = year
    .filter(({ kind, date }) => (kind === 'regular' || kind === 'thematic') && date <= sitting.date)
    .filter((one) => roster(one).some((person) => person.name === name && !person.exempt));
  let row = 0;
  let longest = 0;
  for (const { marks } of own) {
    row = marks[name]?.how === 'excused' ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** §1.5, §4.2: absent with a reason more than three times running up to now; absent without in three months. */
export function alarms(year: readonly Sitting[]): string[] {
  const held = year.filter(({ kind }) => kind === 'regular' || kind === 'thematic');
  return PEOPLE.flatMap(({ name, leftFrom }) => {
    if (leftFrom) return [];
    const own = held.filter((sitting) => roster(sitting).some((one) => one.name === name && !one.exempt));
    const since = own.slice(own.findLastIndex(({ marks }) => marks[name]?.how !== 'excused') + 1);
    const missed = own.filter(({ marks }) => marks[name]?.how === 'unexcused');
    const months = new Set(missed.map(({ date }) => date.slice(0, 7))).size;
    return [
      ...(since.length > 3 ? [`${name} Vắng có lý do ${since.length} buổi liền, từ ${vnDate(since[0]!.date)}`] : []),
      ...(months >= 3 ? [`${name} Vắng không lý do trong ${months} tháng của năm, từ ${vnDate(missed[0]!.date)}`] : []),
    ];
  });
}

/** The regular meetings of the year, for the picture: how many, and their average. */
export function regularYear(year: readonly Sitting[]): { count: number; average: number } {
  const rates = year.filter(({ kind }) => kind === 'regular').map((sitting) => attendance(sitting).percent);
  return { count: rates.length, average: tenth(rates.reduce((sum, rate) => sum + rate, 0) / rates.length) };
}

/** Tasks by the month in which they were due: found done by that day, after it, or not by the last day of the year. */
export function dueTasks(year: readonly Sitting[], month: string, today: string): { onTime: number; late: number; unfinished: number } {
  const doneOn = new Map(year.flatMap(({ date, done }) => done.map((what) => [what, date] as const)));
  const due = year.flatMap(({ given }) => given).filter((task) => task.due.startsWith(month));
  const done = (task: GivenTask): string | undefined => doneOn.get(task.what);
  return {
    onTime: due.filter((task) => (done(task) ?? '9') <= task.due).length,
    late: due.filter((task) => done(task) && done(task)! > task.due).length,
    unfinished: due.filter((task) => !done(task) && task.due < today).length,
  };
}

/** §2.4: every month at least Khá and seven or more Tốt; every month at least Trung bình; else lower. */
export function yearGrade(grades: readonly Scored['grade'][]): Scored['grade'] {
  const below = (grade: Scored['grade'], least: Scored['grade']): boolean => ORDER.indexOf(grade) > ORDER.indexOf(least);
  if (grades.every((grade) => !below(grade, 'Khá')) && grades.filter((grade) => grade === 'Tốt').length >= 7) return 'Tốt';
  return grades.every((grade) => !below(grade, 'Trung bình')) ? 'Khá' : 'Trung bình';
}
const ORDER: readonly Scored['grade'][] = ['Tốt', 'Khá', 'Trung bình', 'Kém'];

export const inYear = (year: readonly Sitting[], kind: Kind): number => year.filter((sitting) => sitting.kind === kind && sitting.date.startsWith(String(YEAR))).length;
