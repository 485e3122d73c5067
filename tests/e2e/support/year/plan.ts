/** The year of a cell as it is going to be: people, meetings, who is there, who speaks, how hands are raised. Drawn from a seed, so that each run is the same. */

export const YEAR = 2026;
/** The first day of the newer guidance and of the tiered form. */
export const CHANGE = `${YEAR}-07-01`;

export interface Person {
  readonly name: string;
  readonly birth: string;
  readonly joinedOn: string;
  /** Null: probationary and no day known. */
  readonly officialOn: string | null;
  readonly post: 'Bí thư' | 'Phó bí thư' | 'Chi ủy viên' | '';
  /** In the register from that day; without one from the beginning. */
  readonly since?: string;
  readonly exemptFrom?: string;
  readonly leftFrom?: string;
}

const person = (name: string, birth: string, joinedOn: string, officialOn: string | null, post: Person['post'] = '', more: Partial<Person> = {}): Person => ({ name, birth, joinedOn, officialOn, post, ...more });

/** Admitted in May, in the register from June. */
export const ADMITTED = 'Trần Văn Mới';
export const EXEMPT = 'Ngô Thị Kim';
export const MOVED = 'Lý Văn Long';
/** Absent with a reason at every meeting from September on. */
export const OFTEN_AWAY = 'Đặng Văn Hải';
/** Absent without a reason in three months. */
export const UNEXCUSED = 'Đỗ Văn Hùng';
/** Has not paid in three months. */
export const UNPAID = 'Bùi Thị Hạnh';

export const PEOPLE: readonly Person[] = [
  person('Nguyễn Văn Bí', '1971-04-12', '1998-05-19', '1999-05-19', 'Bí thư'),
  person('Trần Thị Phó', '1975-09-03', '2001-02-03', '2002-02-03', 'Phó bí thư'),
  person('Lê Chi Ủy', '1980-01-22', '2005-08-19', '2006-08-19', 'Chi ủy viên'),
  person('Phạm Thị Dung', '1984-06-30', '2010-09-02', '2011-09-02'),
  person('Hoàng Văn Đức', '1969-11-08', '1995-05-19', '1996-05-19'),
  person('Vũ Thị Giang', '1990-02-14', '2016-02-03', '2017-02-03'),
  person(OFTEN_AWAY, '1982-07-19', '2009-05-19', '2010-05-19'),
  person(UNPAID, '1986-12-01', '2013-09-02', '2014-09-02'),
  person(UNEXCUSED, '1978-03-27', '2004-04-30', '2005-04-30'),
  person(EXEMPT, '1950-10-10', '1980-02-03', '1981-08-03', '', { exemptFrom: `${YEAR}-04-01` }),
  person(MOVED, '1988-01-05', '2014-05-19', '2015-05-19', '', { leftFrom: `${YEAR}-08-01` }),
  person('Mai Thị Nga', '1999-05-15', `${YEAR - 1}-09-02`, `${YEAR}-09-02`),
  person(ADMITTED, '2001-03-03', `${YEAR}-06-02`, null, '', { since: `${YEAR}-06-02` }),
];

export type Kind = 'regular' | 'thematic' | 'cellCommittee' | 'extraordinary';
export type Absence = { readonly how: 'excused' | 'unexcused' | 'present' } | { readonly how: 'late'; readonly at: string };

export interface GivenTask {
  readonly what: string;
  readonly who: string;
  readonly due: string;
}

/** Hands that are not for it; all the others in the room are. */
export interface Hands {
  readonly no: number;
  readonly other: number;
}

export interface Sitting {
  readonly kind: Kind;
  readonly date: string;
  readonly marks: Readonly<Record<string, Absence>>;
  /** When the documents went out; null: not at all. */
  readonly documentsOn: string | null;
  /** Seconds that each step lasts, in order. */
  readonly steps: readonly (readonly [id: string, seconds: number])[];
  /** Required step that is left out with a reason. */
  readonly skipped: string | null;
  readonly speakers: readonly string[];
  readonly critics: readonly string[];
  readonly hands: Readonly<Record<string, Hands>>;
  readonly given: readonly GivenTask[];
  /** Of the tasks that it looks back at, those found done. */
  readonly done: readonly string[];
}

const pad = (n: number): string => String(n).padStart(2, '0');
const day = (month: number, date: number): string => `${YEAR}-${pad(month)}-${pad(date)}`;

/** Mulberry32: small and the same everywhere. */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Those who are asked to come on a day, exempt ones aside. */
const asked = (date: string): Person[] => PEOPLE.filter(({ since, leftFrom, exemptFrom }) => !(since && since > date) && !(leftFrom && leftFrom <= date) && !(exemptFrom && exemptFrom <= date));

/** Ten seconds more than whole minutes, twice: no count of minutes then hangs on how fast the machine is. */
const EXTRA = 10;

/** All meetings of the year in their order. */
export function planYear(seed: number): Sitting[] {
  const roll = dice(seed);
  const upTo = (n: number): number => Math.floor(roll() * n);
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => roll() < chance);
  const few = (): Hands => ({ no: roll() < 0.2 ? 1 : 0, other: roll() < 0.15 ? 1 : 0 });
  let open: GivenTask[] = [];

  const absent = (date: string, kind: Kind): Record<string, Absence> => {
    const marks: Record<string, Absence> = {};
    for (const { name, post } of asked(date)) {
      if (name === OFTEN_AWAY && date >= day(9, 1) && kind !== 'extraordinary') marks[name] = { how: 'excused' };
      else if (name === UNEXCUSED && kind === 'regular' && [2, 4, 10].includes(Number(date.slice(5, 7)))) marks[name] = { how: 'unexcused' };
      else if (post === '' && name !== UNEXCUSED && name !== OFTEN_AWAY && roll() < 0.09) marks[name] = { how: 'excused' };
      else if (post === '' && roll() < 0.06) marks[name] = { how: 'late', at: '14:45' };
    }
    return marks;
  };
  const inside = (date: string, marks: Readonly<Record<string, Absence>>): string[] => asked(date).map(({ name }) => name).filter((name) => !marks[name] || marks[name].how === 'late');

  const regular = (month: number): Sitting => {
    const date = day(month, 5);
    const marks = absent(date, 'regular');
    const room = inside(date, marks);
    const done = some(open, 0.8).map(({ what }) => what);
    open = open.filter(({ what }) => !done.includes(what));
    const given = Array.from({ length: 1 + upTo(3) }, (_, index): GivenTask => ({ what: `Việc thứ ${index + 1} của tháng ${pad(month)}`, who: room[1 + upTo(room.length - 1)]!, due: day(month === 12 ? 12 : month + 1, month === 12 ? 31 : 1 + upTo(6)) }));
    open.push(...given);
    const talk = 4 + upTo(42);
    return {
      kind: 'regular',
      date,
      marks,
      documentsOn: month === 2 || month === 8 ? null : day(month, 3),
      steps: timed([['tk-md-01', 1], ['tk-md-02', 1], ['tk-md-03', 3], ['tk-md-04', 1], ['tk-md-05', 2], ['tk-nd-01', 8], ['tk-nd-02', 3 + upTo(7)], ['tk-nd-03', 8], ['tk-nd-04', 5], ['tk-nd-05', 5], ['tk-nd-06', 2], ['tk-nd-07', talk], ['tk-nd-08', 4 + upTo(8)], ['tk-nd-09', 0], ['tk-nd-10', 0], ['tk-kt-01', 4], ['tk-kt-02', 4], ['tk-kt-03', 5], ['tk-kt-04', 4], ['tk-kt-05', 3]], ['tk-nd-02', 'tk-nd-08']),
      skipped: month === 6 || month === 11 ? 'tk-nd-04' : null,
      speakers: some(room, month === 11 ? 0.25 : 0.65),
      critics: some(room, 0.2),
      hands: { 'tk-md-05': { no: 0, other: 0 }, 'tk-kt-03': few(), 'tk-kt-04': few() },
      given,
      done,
    };
  };
  const thematic = (month: number): Sitting => {
    const date = day(month, 20);
    const marks = absent(date, 'thematic');
    const room = inside(date, marks);
    return {
      kind: 'thematic',
      date,
      marks,
      documentsOn: day(month, 18),
      steps: timed([['cd-md-01', 1], ['cd-md-02', 1], ['cd-md-03', 2], ['cd-md-04', 2], ['cd-md-05', 3], ['cd-nd-01', 25], ['cd-nd-02', 3], ['cd-nd-03', 20 + upTo(30)], ['cd-nd-04', 4], ['cd-kt-01', 4], ['cd-kt-02', 5], ['cd-kt-03', 3], ['cd-kt-04', 4], ['cd-kt-05', 3]], ['cd-nd-01', 'cd-nd-03']),
      skipped: null,
      speakers: some(room, 0.5),
      critics: [],
      hands: { 'cd-md-04': { no: 0, other: 0 }, 'cd-kt-02': few(), 'cd-kt-04': { no: 0, other: 0 } },
      given: [],
      done: [],
    };
  };
  const committee = (month: number): Sitting => ({
    kind: 'cellCommittee',
    date: day(month, 3),
    marks: roll() < 0.25 ? { 'Trần Thị Phó': { how: 'excused' } } : {},
    documentsOn: null,
    steps: timed([['cu-md-01', 1], ['cu-md-02', 1], ['cu-md-03', 1], ['cu-md-04', 2], ['cu-nd-01', 10], ['cu-nd-02', 0], ['cu-nd-03', 10 + upTo(10)], ['cu-nd-04', 8], ['cu-nd-05', 0], ['cu-kt-01', 5], ['cu-kt-02', 2], ['cu-kt-03', 2]], ['cu-nd-01', 'cu-nd-03']),
    skipped: null,
    speakers: ['Lê Chi Ủy'],
    critics: [],
    hands: { 'cu-kt-01': { no: 0, other: 0 } },
    given: [],
    done: [],
  });
  const extraordinary = (): Sitting => ({
    kind: 'extraordinary',
    date: day(5, 15),
    // An exempt member comes to this one: the base grows by one.
    marks: { [EXEMPT]: { how: 'present' }, 'Vũ Thị Giang': { how: 'excused' } },
    documentsOn: null,
    steps: timed([['bt-md-01', 2], ['bt-md-02', 1], ['bt-md-03', 2], ['bt-md-04', 2], ['bt-nd-01', 10], ['bt-nd-02', 12], ['bt-nd-03', 10], ['bt-kt-01', 4], ['bt-kt-02', 2], ['bt-kt-03', 3]], ['bt-nd-01', 'bt-nd-02']),
    skipped: null,
    speakers: ['Phạm Thị Dung', 'Hoàng Văn Đức'],
    critics: [],
    hands: { 'bt-md-04': { no: 0, other: 0 }, 'bt-nd-03': { no: 1, other: 0 }, 'bt-kt-01': { no: 0, other: 0 } },
    given: [],
    done: [],
  });

  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [
    committee(month),
    regular(month),
    ...(month === 5 ? [extraordinary()] : []),
    ...(month % 3 === 0 ? [thematic(month)] : []),
  ]);
}

const timed = (minutes: readonly (readonly [string, number])[], extra: readonly string[]): [string, number][] => minutes.map(([id, long]) => [id, long * 60 + (extra.includes(id) ? EXTRA : 0)]);
