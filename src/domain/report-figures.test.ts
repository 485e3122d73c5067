import { describe, expect, it } from 'vitest';
import type { YearMeeting } from './annual';
import { readDirectives } from './directive';
import { readDues } from './dues';
import { summarise, historyMonths, type HistoryRules } from './history';
import type { Json } from './json';
import { readLife } from './life';
import { lifeVote } from './life-state';
import type { LifeWithVote } from './life-dues';
import { readMember, type Member } from './member';
import type { Procedure } from './procedure';
import { readMeeting } from './read-meeting';
import type { Fields } from './records';
import { COUNTS, isUnknown, reportFigures, reportMonths, sumTallies, tasksAhead, type ReportSources } from './report-figures';
import { reportMeeting, type ReportMeeting } from './report-meeting';
import { periodsOf, readPeriod, type PeriodKind } from './report-period';
import { readTask, type Task } from './task';
import type { ListedMeeting } from './year-plan-state';

const TODAY = '2027-01-10';
const procedure = { params: { attendanceTargetPercent: { value: 85 }, attendanceCompare: 'gt', minMinutes: { value: 90 } } as HistoryRules, phases: [{ id: 'content', steps: [{ id: 's' }, { id: 'inside', sensitivity: 'internal' }] }] } as unknown as Procedure;

/** Seeded, so that a failure can be met again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}
const day = (month: number, n: number): string => `2026-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`;
type Listed = ListedMeeting & YearMeeting;

/** A book of one year, made by chance. */
function madeBook(seed: number): ReportSources {
  const roll = dice(seed);
  const members = Array.from({ length: 12 }, (_, i): Member => readMember(`m${i}`, { name: `Người ${i}`, standing: i < 9 ? 'official' : 'probationary', position: i === 0 ? 'secretary' : 'none', ...(i === 11 ? { 'status/2026-07-01': 'left' } : {}) }));
  const meetings = new Map<string, ReportMeeting>();
  const directory: Listed[] = [];
  for (let month = 2; month <= 12; month += 1) {
    for (const kind of ['regular', 'thematic', 'combined', 'extraordinary', 'cellCommittee'].filter(() => roll(3) > 0)) {
      const date = day(month, 1 + roll(27));
      const id = `${kind}-${month}`;
      const roster = members.map(({ id: who, name, standing, position }) => ({ id: who, name, standing, position, status: 'active' })) as unknown as Json;
      const fields: Fields = {
        kind, date, roster, startedAt: `${date}T07:00:00.000Z`, endedAt: `${date}T08:${10 + roll(49)}:00.000Z`,
        ...Object.fromEntries(members.filter(() => roll(5) === 0).map(({ id: who }) => [`att/${who}`, { kind: roll(2) ? 'excused' : 'unexcused' }])),
        ...Object.fromEntries(Array.from({ length: roll(6) }, (_, i) => [`con/${i}`, { memberId: `m${roll(12)}`, kind: 'opinion', at: `${date}T07:3${i}:00.000Z`, stepId: 's' }])),
        ...(roll(2) ? { 'vote/v': { decision: 'resolution', stepId: 's', yes: 5 + roll(6), no: 0, other: 0, base: 10, inRoom: 10, at: `${date}T08:00:00.000Z` } } : {}),
      };
      const grade = (['good', 'fair', 'average', null] as const)[roll(4)]!;
      directory.push({ id, kind, date, state: 'closed', points: grade ? 90 : null, grade });
      if (kind !== 'cellCommittee') meetings.set(id, reportMeeting(readMeeting(id, fields), procedure, null));
    }
  }
  const tasks = Array.from({ length: 20 }, (_, i): Task => readTask(`t${i}`, { what: `Việc ${i}`, createdAt: `${day(1 + roll(12), 1 + roll(27))}T02:00:00.000Z`, due: day(1 + roll(12), 1 + roll(27)), state: ['open', 'done', 'dropped'][roll(3)]!, ...(roll(2) ? { doneOn: day(1 + roll(12), 1 + roll(27)) } : {}) }));
  const life = readLife('l1', { kind: 'death', memberId: 'm11', openedOn: '2026-07-01', 'day/on': '2026-07-01' })!;
  return {
    directory, meetings, members, tasks, directives: [], papers: [], rule: null,
    lives: [{ life, vote: lifeVote(life, undefined) } as LifeWithVote],
    dues: new Map(members.map(({ id }) => [id, readDues(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`dues/2026-${String(i + 1).padStart(2, '0')}`, 'paid'] as const).filter(() => roll(4) > 0)))])),
  };
}
const tallyOf = (id: string, book: ReportSources) => {
  const period = readPeriod(id)!;
  return reportFigures(period, reportMonths(period, book, TODAY), book, TODAY);
};

describe('the times of reports', () => {
  it('[REP-3] a quarter is its three months, half a year two quarters, a year two halves; nothing else is a period', () => {
    expect(readPeriod('2026-07')).toMatchObject({ kind: 'month', number: 7, months: ['2026-07'], from: '2026-07-01', to: '2026-07-31' });
    expect(readPeriod('2026-Q3')).toMatchObject({ kind: 'quarter', number: 3, months: ['2026-07', '2026-08', '2026-09'], to: '2026-09-30' });
    expect(readPeriod('2026-H1')).toMatchObject({ kind: 'half', from: '2026-01-01', to: '2026-06-30' });
    expect(readPeriod('2028')).toMatchObject({ kind: 'year', to: '2028-12-31' });
    expect(readPeriod('2028-02')?.to).toBe('2028-02-29');
    expect(['2026-13', '2026-Q5', '2026-H0', '26', '2026-', 'lich-su', '', '2026-Q1 '].map(readPeriod)).toEqual(Array.from({ length: 8 }, () => null));
    const months = (kind: PeriodKind): string[] => periodsOf(kind, 2026).flatMap((period) => period.months);
    for (const kind of ['quarter', 'half', 'year'] as const) expect(months(kind)).toEqual(months('month'));
  });
});

describe('the figures of reports', () => {
  it('[REP-4] whatever the book holds, a quarter is the sum of its months, half a year of its quarters, a year of its halves', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const book = madeBook(seed);
      const sum = (kind: PeriodKind, from: string, to: string) => sumTallies(periodsOf(kind, 2026).filter((one) => one.from >= `2026-${from}` && one.to <= `2026-${to}`).map(({ id }) => tallyOf(id, book)));
      for (const [id, kind, from, to] of [['2026-Q3', 'month', '07-01', '09-30'], ['2026-H1', 'quarter', '01-01', '06-30'], ['2026', 'half', '01-01', '12-31']] as const) {
        const { counts, events } = tallyOf(id, book);
        expect({ seed, id, counts, events }).toEqual({ seed, id, ...sum(kind, from, to) });
      }
    }
  });

  it('[REP-4] and nothing is lost or counted twice: a year has as many meetings, tasks and absences as the book', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const book = madeBook(seed);
      const { counts, events } = tallyOf('2026', book);
      const of = (...kinds: string[]): number => book.directory.filter(({ kind }) => kinds.includes(kind)).length;
      expect([counts.regular, counts.thematic, counts.extraordinary, counts.cellCommittee]).toEqual([of('regular', 'combined'), of('thematic', 'combined'), of('extraordinary'), of('cellCommittee')]);
      expect(counts.tasksGiven).toBe(book.tasks.filter(({ state }) => state !== 'dropped').length);
      expect(counts.turns).toBe([...book.meetings.values()].reduce((all, { point }) => all + point.turns, 0));
      expect(events.death).toBe(1);
      expect(COUNTS.every((name) => Number.isInteger(counts[name]) && counts[name] >= 0)).toBe(true);
    }
  });

  it('[REP-5] members are those of the last day of the period, or of today while it runs', () => {
    const book = madeBook(7);
    expect([tallyOf('2026-H1', book).members.strength, tallyOf('2026-Q3', book).members.strength]).toEqual([12, 11]);
    const period = readPeriod('2026-Q3')!;
    const running = reportFigures(period, reportMonths(period, book, '2026-07-01'), book, '2026-07-01');
    expect(running.members).toMatchObject({ strength: 11, official: 9, probationary: 2 });
    const leaves = { ...book, members: [...book.members, readMember('late', { name: 'X', 'status/2026-08-01': 'left' })] };
    expect(reportFigures(period, reportMonths(period, leaves, '2026-07-01'), leaves, '2026-07-01').members.strength).toBe(12);
    expect(reportMonths(period, book, '2026-07-01').map(({ month }) => month)).toEqual(['2026-07']);
  });

  it('[REP-6] means are those of the histories, a grade is the one that counts', () => {
    const book = madeBook(3);
    const points = [...book.meetings.values()].map(({ point }) => point);
    const first = book.directory.filter(({ kind }) => kind === 'regular' || kind === 'combined').map(({ date }) => date.slice(0, 7)).sort()[0]!;
    expect(tallyOf('2026', book).means.attendance).toBe(summarise(historyMonths(points, '2026-01', '2026-12', '2027-01', first), 'attendance').mean);
    const regular = book.directory.filter(({ kind, grade }) => (kind === 'regular' || kind === 'combined') && grade !== null).sort((a, b) => (a.date < b.date ? -1 : 1));
    const month = regular.at(-1)!.date.slice(0, 7);
    const graded = regular.filter(({ date }) => date.startsWith(month)).at(-1)!;
    const official = readDirectives([{ id: 'd1', fields: { kind: 'officialGrade', seq: 1, issuedAt: '2026-12-30T00:00:00.000Z', issuedBy: {}, body: { meetingId: graded.id, grade: 'poor', points: 40, reason: 'x' } } }]);
    expect(tallyOf(month, { ...book, directives: official }).counts.poor).toBe(1);
    expect(reportMonths(readPeriod(month)!, { ...book, directives: official }, TODAY)[0]?.graded).toMatchObject({ grade: 'poor', points: 40, official: true });
  });

  it('[REP-6] the grade of the year is told when the year is over, not before', () => {
    const rule = { rules: [{ grade: 'good', every: 'poor' }] } as unknown as ReportSources['rule'];
    const book = { ...madeBook(3), rule };
    const period = readPeriod('2026')!;
    const on = (today: string) => reportFigures(period, reportMonths(period, book, today), book, today).yearGrade;
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([null, expect.any(String)]);
  });

  it('[REP-6] of a month before the first regular meeting nothing is known only where nothing was counted in it', () => {
    const book = madeBook(3);
    const only = { ...book, directory: book.directory.filter(({ date }) => date >= '2026-06-01'), meetings: new Map([...book.meetings].filter(([, { point }]) => point.date >= '2026-06-01')), lives: [], dues: new Map() };
    const task = readTask('t', { what: 'Việc', createdAt: '2026-03-02T02:00:00.000Z' });
    const months = reportMonths(readPeriod('2026-H1')!, { ...only, tasks: [task] }, TODAY);
    expect(months.slice(0, 4).map((month) => [month.state, isUnknown(month)])).toEqual([['before', true], ['before', true], ['before', false], ['before', true]]);
  });

  it('[REP-6] an event counts on the day the register changed by it, discipline on the day of the vote, what was given up nowhere', () => {
    const book = madeBook(5);
    const life = (fields: Record<string, Json>): LifeWithVote => {
      const event = readLife('l', { openedOn: '2026-01-01', ...fields })!;
      return { life: event, vote: lifeVote(event, undefined) };
    };
    const vote = { 'vote/on': '2026-05-04', 'vote/yes': 9, 'vote/base': 9 };
    const lives = [
      life({ kind: 'admission', name: 'A', ...vote, 'decision/on': '2026-06-01', 'ceremony/on': '2026-07-02' }),
      life({ kind: 'discipline', memberId: 'm1', ...vote }),
      life({ kind: 'discipline', memberId: 'm2', ...vote, 'vote/yes': 2 }),
      life({ kind: 'transferOut', memberId: 'm3', 'leave/on': '2026-05-09', stoppedOn: '2026-05-10' }),
    ];
    const events = (id: string) => Object.fromEntries(Object.entries(tallyOf(id, { ...book, lives }).events).filter(([, count]) => count > 0));
    expect([events('2026-Q2'), events('2026-07')]).toEqual([{ discipline: 1 }, { admission: 1 }]);
  });

  it('[REP-11] [PRIV-2] of what was said only petitions are read, and none of a step that stays inside', () => {
    const told = (stepId: string, kind: string) => ({ memberId: 'm1', kind, at: '2026-05-04T07:00:00.000Z', stepId });
    const meeting = readMeeting('m', { kind: 'regular', date: '2026-05-04', 'con/a': told('s', 'petition'), 'con/a/text': 'Sửa mái che.', 'con/b': told('inside', 'petition'), 'con/b/text': 'Chuyện riêng.', 'con/c': told('s', 'criticism'), 'con/c/text': 'Phê bình.', 'con/d': told('unknown', 'petition'), 'con/d/text': 'Không rõ bước.' });
    expect(JSON.stringify(reportMeeting(meeting, procedure, null))).not.toMatch(/riêng|Phê bình|rõ bước/);
    expect([reportMeeting(meeting, procedure, null).petitions, reportMeeting(meeting, null, null).petitions]).toEqual([['Sửa mái che.'], []]);
  });

  it('[REP-11] [KIND-1] tasks that chi ủy or cấp ủy gave are not named: their minutes stay in the book', () => {
    const from = (id: string, meetingId: string | null): Task => readTask(id, { what: id, createdAt: '2026-05-04T02:00:00.000Z', meetingId });
    const directory = [{ id: 'm', kind: 'regular' }, { id: 'c', kind: 'cellCommittee' }, { id: 'u', kind: 'committee' }];
    expect(tasksAhead([from('cell', 'm'), from('chi ủy', 'c'), from('cấp ủy', 'u'), from('none', null), from('gone', 'x')], '2026-06-30', directory).map(({ id }) => id)).toEqual(['cell', 'none', 'gone']);
  });

  it('tasks ahead are those still open that were given by then, soonest first', () => {
    const task = (id: string, fields: Record<string, Json>): Task => readTask(id, { what: id, createdAt: '2026-05-04T02:00:00.000Z', ...fields });
    expect(tasksAhead([task('b', { due: '2026-09-01' }), task('a', { due: '2026-08-01' }), task('none', {}), task('done', { state: 'done' }), task('later', { createdAt: '2026-08-01T00:00:00.000Z' })], '2026-06-30', []).map(({ id }) => id)).toEqual(['a', 'b', 'none']);
  });
});
