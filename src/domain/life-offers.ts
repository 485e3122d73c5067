import type { CalendarDate } from './dates';
import { personOf, type LifeEvent, type LifeKind } from './life';
import { lifeFlow } from './life-flow';
import { standingOn, statusOn, type Member } from './member';

const ANYONE: readonly LifeKind[] = ['discipline', 'removal', 'expulsion', 'leaving', 'death'];

/**
 * [LIFE-11] What can be begun for a member, by how they take part today: nobody who left is exempted, nobody here temporarily is
 * recognised or removed by this cell, and a probationary member is not expelled but removed. What is under way is not begun again.
 * That it is so is [I] from facts.md §4.1 and §4.4.
 */
export function lifeOffers(member: Member, today: CalendarDate, lives: readonly LifeEvent[]): LifeKind[] {
  const status = statusOn(member, today);
  const probationary = standingOn(member, today) === 'probationary';
  const own: Record<typeof status, readonly LifeKind[]> = {
    active: ['official', 'transferOut', 'temporaryOut', 'exemption', 'suspension', ...ANYONE],
    temporaryOut: ['official', 'transferOut', 'exemption', 'suspension', ...ANYONE],
    exempt: ['official', 'transferOut', ...ANYONE],
    suspended: ['transferOut', ...ANYONE],
    temporaryIn: ['transferIn', 'death'],
    left: ['transferIn'],
  };
  const busy = lives.filter((life) => personOf(life) === member.id && life.stoppedOn === null && !isWritten(life)).map(({ kind }) => kind);
  return own[status].filter((kind) => !busy.includes(kind) && (kind !== 'official' || probationary) && (kind !== 'expulsion' || !probationary));
}

/** The last step that is not the end of something lasting has been written down. */
function isWritten(life: LifeEvent): boolean {
  const last = lifeFlow(life).steps.filter(({ id }) => id !== 'end').at(-1);
  return last !== undefined && life.steps[last.id].on !== null;
}
