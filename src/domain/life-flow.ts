import { addMonths, dayInMonth, daysBetween, monthOf, type CalendarDate } from './dates';
import type { LifeEvent, LifeKind, LifePart, LifeStepId } from './life';
import type { Decision } from './votes';

/** One step of an event: who does it, what is written down with its day, what of that must be there. */
export interface LifeStep {
  readonly id: LifeStepId;
  /** `cell` the cell · `superior` the committee that decides · `person` the member themself. */
  readonly who: 'cell' | 'superior' | 'person';
  readonly parts: readonly LifePart[];
  readonly required: readonly LifePart[];
  /** What the register says of the person changes with this step. */
  readonly writes: boolean;
}

/** How an event goes: its steps in their order, the vote it needs, where the rule comes from and how sure it is. */
export interface LifeFlow {
  readonly steps: readonly LifeStep[];
  readonly decision: Decision | null;
  readonly source: readonly string[];
  readonly evidence: 'V' | 'V2' | 'I' | 'G';
}

const step = (id: LifeStepId, who: LifeStep['who'], parts: readonly LifePart[] = [], more: Partial<LifeStep> = {}): LifeStep => ({ id, who, parts, required: [], writes: false, ...more });
const VOTE = step('vote', 'cell');
const PROPOSAL = step('proposal', 'cell', ['number', 'by']);
const DECISION = step('decision', 'superior', ['number', 'by']);
/** A decision from whose day on the person is no longer in the cell. */
const LAST_DECISION: LifeStep = { ...DECISION, writes: true };
const LETTER = step('letter', 'superior', ['number', 'by']);
/** What lasts from a day on, until another that may be known beforehand. */
const lasting = (id: 'arrive' | 'leave' | 'start', who: LifeStep['who'], required: readonly LifePart[] = []): LifeStep => step(id, who, ['until'], { required, writes: true });
const END = step('end', 'cell', ['note'], { writes: true });

/**
 * [LIFE-2] What happens in which order, and who decides. Votes: facts.md §4.4 [V] S20 §9.3.4, [V2] S21, S23. Temporary stays and
 * exemption: §4.1 [V] S20 §6.3.2, §7, S22. Removal: §4.2 [V] S20 §8.1, S45. That an admission and a recognition go vote, proposal,
 * decision, ceremony, that a suspension is decided above, and that leaving needs more than half, is [G] and [I].
 */
const FLOWS: Record<LifeKind, LifeFlow> = {
  admission: { steps: [VOTE, PROPOSAL, DECISION, step('ceremony', 'cell', ['note'], { writes: true })], decision: 'admission', source: ['S20', 'S21'], evidence: 'V' },
  official: { steps: [VOTE, PROPOSAL, { ...LAST_DECISION, parts: ['number', 'by', 'from'], required: ['from'] }], decision: 'becomingOfficial', source: ['S20', 'S21'], evidence: 'V' },
  transferIn: { steps: [LETTER, step('arrive', 'cell', [], { writes: true })], decision: null, source: ['S20'], evidence: 'G' },
  transferOut: { steps: [LETTER, step('leave', 'person', [], { writes: true })], decision: null, source: ['S20'], evidence: 'G' },
  temporaryIn: { steps: [LETTER, lasting('arrive', 'cell', ['until']), END], decision: null, source: ['S20'], evidence: 'V' },
  temporaryOut: { steps: [LETTER, lasting('leave', 'person', ['until']), END], decision: null, source: ['S20'], evidence: 'V' },
  exemption: {
    steps: [step('request', 'person', ['from', 'until'], { required: ['from', 'until'] }), VOTE, PROPOSAL, DECISION, lasting('start', 'person', ['until']), END],
    decision: 'exemption',
    source: ['S20', 'S22'],
    evidence: 'V',
  },
  suspension: { steps: [DECISION, lasting('start', 'cell'), END], decision: null, source: ['S20'], evidence: 'G' },
  discipline: { steps: [VOTE, step('report', 'cell', ['number', 'by'])], decision: 'discipline', source: ['S21', 'S23'], evidence: 'V2' },
  removal: { steps: [step('evidence', 'cell', ['note']), VOTE, PROPOSAL, LAST_DECISION], decision: 'removal', source: ['S20', 'S24', 'S45'], evidence: 'V' },
  expulsion: { steps: [VOTE, PROPOSAL, LAST_DECISION], decision: 'expulsion', source: ['S20', 'S21'], evidence: 'V' },
  leaving: { steps: [step('request', 'person', ['note']), VOTE, PROPOSAL, LAST_DECISION], decision: 'leaving', source: ['S20'], evidence: 'I' },
  death: { steps: [step('day', 'cell', ['note'], { writes: true })], decision: null, source: [], evidence: 'G' },
};

/** [LIFE-3] Old or ill members are exempted by the cell's own resolution, which it reports; all others ask in writing, the cell proposes, the committee decides. Source: facts.md §4.1 [V] S20 §7, S22. */
const BY_THE_CELL: LifeFlow = { ...FLOWS.exemption, steps: [VOTE, lasting('start', 'person'), step('report', 'cell', ['number', 'by']), END] };

/** How an event goes. */
export const lifeFlow = ({ kind, reason }: Pick<LifeEvent, 'kind' | 'reason'>): LifeFlow => (kind === 'exemption' && reason === 'ageOrHealth' ? BY_THE_CELL : FLOWS[kind]);

/** The same day so many months later, kept inside its month. */
export const monthsAfter = (date: CalendarDate, months: number): CalendarDate => dayInMonth(addMonths(monthOf(date), months), Number(date.slice(8)));

/** Months of probation, from the ceremony on (Điều lệ Đảng, Điều 5). */
const PROBATION = 12;
/** [LIFE-4] The day on which probation is over: twelve months from the ceremony of admission. Source: Điều lệ Đảng, Điều 5 [G]. */
export const probationEnd = (ceremonyOn: CalendarDate): CalendarDate => monthsAfter(ceremonyOn, PROBATION);

/** The shortest and the longest temporary stay, months; the longest for study. */
const STAY = { least: 3, most: 12, study: 24 };
/** [LIFE-5] Whether a temporary stay is one: three months to less than one year, or study of up to two years. Source: facts.md §4.1 [V] S20 §6.3.2. */
export function stayProblem(from: CalendarDate, until: CalendarDate): 'tooShort' | 'onlyStudy' | 'tooLong' | null {
  if (daysBetween(from, until) < daysBetween(from, monthsAfter(from, STAY.least)) - 1) return 'tooShort';
  if (until > monthsAfter(from, STAY.study)) return 'tooLong';
  return until >= monthsAfter(from, STAY.most) ? 'onlyStudy' : null;
}
