import { addDays, type CalendarDate } from './dates';
import type { MemberId } from './ids';
import { personOf, type LifeEvent, type LifeKind } from './life';
import { lifeFlow, probationEnd } from './life-flow';
import { lifeState, type LifeVote } from './life-state';
import { standingOn, statusOn, type Member, type Status } from './member';

/** An event with what became of its vote. */
export interface LifeWithVote {
  readonly life: LifeEvent;
  readonly vote: LifeVote;
}

/**
 * What of a member's life is due. `probation`: the twelve months are nearly or already over · `ends`: a temporary stay, an exemption or a
 * suspension comes to its end · `vote`: the cell has not voted yet · `decision`: nothing has come from above · `step`: voted, and the next step is the cell's own.
 */
export interface LifeDue {
  readonly what: 'probation' | 'ends' | 'vote' | 'decision' | 'step';
  readonly memberId: MemberId;
  readonly name: string;
  /** The event; null where none has been begun. */
  readonly life: LifeEvent | null;
  readonly on: CalendarDate;
  readonly late: boolean;
}

/** How far ahead the end of probation is named, days: the cell needs a meeting for it. */
const PROBATION_AHEAD = 60;
/** How far ahead other ends are named, days. */
const END_AHEAD = 30;
/** After so many days without a decision, or without the cell's next step, it is asked for [G]. */
const ASK_AFTER = 30;
/** After so many it is late [G]. */
const LATE_AFTER = 60;

const STATUS: Partial<Record<LifeKind, Status>> = { temporaryIn: 'temporaryIn', temporaryOut: 'temporaryOut', exemption: 'exempt', suspension: 'suspended' };

/**
 * First day of a member's probation: the ceremony where the book saw it, else the day they entered the Party; null where neither is known.
 */
export function probationFrom(member: Member, lives: readonly LifeEvent[]): CalendarDate | null {
  const admission = lives.find((life) => life.kind === 'admission' && personOf(life) === member.id);
  return admission?.steps.ceremony.on ?? member.joinedOn;
}

function probation(member: Member, all: readonly LifeWithVote[], today: CalendarDate): LifeDue[] {
  if (standingOn(member, today) !== 'probationary' || member.officialOn !== null || ['left', 'temporaryIn'].includes(statusOn(member, today))) return [];
  const from = probationFrom(member, all.map(({ life }) => life));
  if (!from) return [];
  const on = probationEnd(from);
  const begun = all.find(({ life }) => life.kind === 'official' && life.memberId === member.id && life.stoppedOn === null);
  // Once the cell has carried it, it waits for the decision. A vote of chi ủy is not the cell's, and one that failed leaves the matter open.
  if (on > addDays(today, PROBATION_AHEAD) || begun?.vote.kind === 'passed') return [];
  return [{ what: 'probation', memberId: member.id, name: member.name, life: begun?.life ?? null, on, late: on < today }];
}

function ofEvent({ life, vote }: LifeWithVote, member: Member | undefined, today: CalendarDate): LifeDue[] {
  const { progress, next, steps } = lifeState(life, vote);
  // Taken out of the register by hand: nothing is due of somebody who is not there.
  if (!next || (life.memberId && !member)) return [];
  const due = (what: LifeDue['what'], on: CalendarDate, late: boolean): LifeDue => ({ what, memberId: personOf(life), name: member?.name || life.name, life, on, late });
  const before = steps[steps.findIndex(({ step }) => step === next) - 1]?.on ?? life.openedOn;
  const asked = today >= addDays(before, ASK_AFTER);
  const late = today >= addDays(before, LATE_AFTER);
  if (vote.kind === 'passed' && next.who === 'cell' && next.id !== 'end') return asked ? [due('step', before, late)] : [];
  if (progress === 'running') {
    const until = steps.flatMap(({ step }) => (['arrive', 'leave', 'start'].includes(step.id) ? [life.steps[step.id].until] : []))[0];
    // Somebody who takes part otherwise by now was changed by hand, or has left.
    if (!until || until > addDays(today, END_AHEAD) || !member || statusOn(member, today) !== STATUS[life.kind]) return [];
    return [due('ends', until, until < today)];
  }
  if (next.id === 'vote' && life.kind !== 'official') return [due('vote', before, false)];
  const waits = next.who === 'superior' && lifeFlow(life).decision !== null && asked;
  return waits ? [due('decision', before, late)] : [];
}

/**
 * [LIFE-12] What is due of the members' lives: somebody whose probation ends within 60 days or is over, and whom the cell has not carried
 * (late, it is the cell's own fault); what lasts until a day within 30 days or past; what the cell has to vote on; a decision that has not
 * come 30 days after the proposal; a step of the cell's own after its vote (papers, ceremony, report) not done 30 days after the one before. Late things first, then by day. The terms are this product's own [I].
 */
export function lifeDues(members: readonly Member[], all: readonly LifeWithVote[], today: CalendarDate): LifeDue[] {
  const byId = new Map<string, Member>(members.map((member) => [member.id, member]));
  return [...members.flatMap((member) => probation(member, all, today)), ...all.flatMap((one) => ofEvent(one, byId.get(personOf(one.life)), today))].sort(
    (a, b) => Number(b.late) - Number(a.late) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  );
}
