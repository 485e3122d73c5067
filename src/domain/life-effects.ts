import type { CalendarDate } from './dates';
import type { Json } from './json';
import { ARRIVALS, personOf, readLife, type LifeEvent, type LifeKind } from './life';
import { lifeFlow } from './life-flow';
import type { Status } from './member';
import { recordKey, type Change, type Fields } from './records';

type Written = Readonly<Record<string, Json>>;

/** Where a lasting event leads to when it is over. */
const AFTER: Partial<Record<LifeKind, Status>> = { temporaryIn: 'left', temporaryOut: 'active', exemption: 'active', suspension: 'active' };
const DURING: Partial<Record<LifeKind, Status>> = { temporaryIn: 'temporaryIn', temporaryOut: 'temporaryOut', exemption: 'exempt', suspension: 'suspended' };
/** Events after which somebody is not in the cell any more. */
const OUT: readonly LifeKind[] = ['transferOut', 'removal', 'expulsion', 'leaving', 'death'];

const statusFrom = (on: CalendarDate | null, status: Status | undefined): Written => (on && status ? { [`status/${on}`]: status } : {});
/** Only what is known. */
const known = (values: Record<string, Json>): Written => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));

/** The day on which the register changes by an event; null while it has not come to that. */
export function turningDay(life: LifeEvent): CalendarDate | null {
  const turn = lifeFlow(life).steps.find(({ writes, id }) => writes && id !== 'end');
  return turn ? life.steps[turn.id].on : null;
}

/**
 * [LIFE-9] What an event writes into the register once it has come to that: the standing, the status from its day on, the day of becoming
 * official. Somebody who is admitted joins as probationary: in the Party since the day of the decision, in the cell since the ceremony.
 * Source: facts.md §4.1 [V] S20, [V2] S21; the two days Điều lệ Đảng, Điều 5 [G].
 */
export function memberWrites(life: LifeEvent): Written {
  const on = turningDay(life);
  if (on === null) return {};
  const { decision, end } = life.steps;
  if (life.kind === 'official') return known({ officialOn: decision.from });
  if (OUT.includes(life.kind)) return statusFrom(on, 'left');
  const person = known({ name: life.name, birthDate: life.birthDate, job: life.job, cellFrom: on });
  if (life.kind === 'admission') return { ...person, standing: 'probationary', ...known({ joinedOn: decision.on }) };
  const stay = { ...statusFrom(on, life.kind === 'transferIn' && life.memberId ? 'active' : DURING[life.kind]), ...statusFrom(end.on, AFTER[life.kind]) };
  if (life.memberId || !ARRIVALS.includes(life.kind)) return stay;
  return { ...person, standing: life.standing, ...known({ joinedOn: life.joinedOn, officialOn: life.officialOn }), ...stay };
}

/**
 * [LIFE-10] A step written, changed or taken back, together with what follows for the register, in one write: what the event says now that
 * it did not say before is written; what it no longer says is taken away where the register still says that very thing. Somebody who came in
 * by an event and does not any more is taken out whole.
 * @param before fields of the event as they stand; `{}` for a new one
 * @param patch fields to write; null takes one away
 * @param member fields of the person in the register as they stand; `{}` for nobody yet
 */
export function lifeChanges(id: string, before: Fields, patch: Readonly<Record<string, Json>>, member: Fields): Change[] {
  const after = Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null));
  const own = Object.entries(patch).map(([field, value]): Change => ({ key: recordKey('life', id), field, value }));
  const [was, is] = [readLife(id, before), readLife(id, after)];
  const [old, now] = [was ? memberWrites(was) : {}, is ? memberWrites(is) : {}];
  const person = is ?? was;
  if (!person) return own;
  const key = recordKey('member', personOf(person));
  if ('cellFrom' in old && !('cellFrom' in now)) return [...own, ...Object.keys(member).map((field): Change => ({ key, field, value: null }))];
  const gone = Object.keys(old).filter((field) => !(field in now) && member[field] === old[field]);
  const fresh = Object.entries(now).filter(([field, value]) => old[field] !== value);
  return [...own, ...gone.map((field): Change => ({ key, field, value: null })), ...fresh.map(([field, value]): Change => ({ key, field, value }))];
}

