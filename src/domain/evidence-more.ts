import { countsInRow, excusedRows } from './absence-runs';
import { daysBetween } from './dates';
import type { Criterion, EvidenceKey } from './frame';
import { evidence, suggestPoints, type EvidenceValue, type ScoringInput } from './scoring';
import { timing } from './timing';
import { outcomeOf } from './votes';

/** Steps for the state of mind, self-criticism and criticism: the same ids in every pack that has them. Source: facts.md §2.2, 4.7. */
const CRITICISM_STEPS = ['tk-nd-02', 'tk-nd-08', 'ca-nd-06'];

/** Minutes that the tiered form asks for at least. Source: facts.md §1.5 [V] S12. */
const CRITICISM_MINUTES = 15;

/** The most times in a row that one may be absent with a reason in a year. Source: facts.md §1.5 [V2] S10. */
const ABSENCES = 3;

/** The longest row of excused absences in the year up to this meeting, of the member who has it, also one that is over: "trong năm". Rows as in [ALARM-4]. */
function longestRun({ meeting, earlier }: ScoringInput): number | null {
  if (!earlier) return null;
  const year = meeting.date.slice(0, 4);
  const held = [...earlier.filter(({ kind, date }) => countsInRow(kind) && date.startsWith(year) && date < meeting.date), meeting].sort((a, b) => (a.date < b.date ? -1 : 1));
  const people = new Set(held.flatMap(({ marks }) => Object.keys(marks)));
  return Math.max(0, ...[...people].map((id) => excusedRows(id, held).longest?.count ?? 0));
}

const parts = (key: EvidenceKey, all: readonly boolean[]): EvidenceValue => {
  const part = all.filter(Boolean).length;
  return { key, part, whole: all.length, met: part === all.length };
};

/** [SCORE-10] Evidence that finer frames ask for, one thing at a time; what the national frame asks for is as in [SCORE-1]. */
export function moreEvidence(key: EvidenceKey, input: ScoringInput): EvidenceValue | null {
  const { meeting, procedure, now } = input;
  const { prep } = meeting;
  switch (key) {
    case 'absencesInARow': {
      const run = longestRun(input);
      return run === null ? null : { key, part: run, whole: ABSENCES, met: run <= ABSENCES };
    }
    case 'draft': {
      const notes = procedure.phases.find(({ id }) => id === 'prepare')?.steps.filter(({ blocks }) => blocks.includes('note')) ?? [];
      return parts(key, [meeting.conclusion.trim() !== '', notes.some(({ id }) => (meeting.steps[id]?.note ?? '').trim() !== '')]);
    }
    case 'committeeMet':
      return parts(key, [!input.hasCommittee || (prep.committeeMetOn !== null && prep.committeeMetOn <= meeting.date)]);
    case 'notice':
      return parts(key, [prep.noticeSentOn !== null && prep.noticeSentOn <= meeting.date]);
    case 'documentsBefore':
      return parts(key, [prep.documentsSentOn !== null && daysBetween(prep.documentsSentOn, meeting.date) >= procedure.params.documentsLeadDays.value]);
    case 'documentsSent':
      return parts(key, [prep.documentsSentOn !== null]);
    case 'minutesComplete': {
      const spoken = meeting.contributions;
      return spoken.length === 0 ? null : { key, part: spoken.filter(({ text }) => text.trim() !== '').length, whole: spoken.length, met: spoken.every(({ text }) => text.trim() !== '') };
    }
    case 'criticismTime': {
      const { bySteps } = timing(meeting, now);
      const minutes = Math.floor(CRITICISM_STEPS.reduce((sum, id) => sum + (bySteps[id] ?? 0), 0) / 60);
      return { key, part: minutes, whole: CRITICISM_MINUTES, met: minutes >= CRITICISM_MINUTES };
    }
    case 'conclusion':
      return parts(key, [meeting.conclusion.trim() !== '']);
    case 'conclusionPassed':
      return parts(key, [meeting.conclusion.trim() !== '', meeting.votes.some((vote) => (vote.decision === 'conclusion' || vote.decision === 'resolution') && outcomeOf(vote).kind === 'passed')]);
    case 'readBackAndTasks':
      return input.tasksGiven === undefined ? null : parts(key, [meeting.readBack !== null, input.tasksGiven > 0]);
    case 'postedAfter':
      return parts(key, [meeting.postedOn !== null && daysBetween(meeting.date, meeting.postedOn) <= (procedure.params.publishWithinDays.value ?? 2)]);
    default:
      return evidence(key, input);
  }
}

/**
 * [SCORE-5] Suggested points: of the first tier whose condition holds, where the criterion has tiers; else as in [SCORE-2].
 * No tier that holds (a gap that nobody decided) gives no suggestion.
 */
export function suggestByTiers(criterion: Criterion, value: EvidenceValue | null): number | null {
  if (!criterion.tiers) return suggestPoints(criterion, value);
  if (!value) return null;
  const percent = value.whole === 0 ? 0 : (value.part / value.whole) * 100;
  const measured = { part: value.part, percent: value.key === 'tasks' ? value.part : percent, short: value.whole - value.part };
  const tier = criterion.tiers.find(({ when }) => {
    if (!when) return true;
    const n = measured[when.measure];
    return (
      n >= (when.min ?? -Infinity) &&
      n > (when.minExclusive ?? -Infinity) &&
      n <= (when.max ?? Infinity) &&
      n < (when.maxExclusive ?? Infinity) &&
      !(when.clean && value.unexcused)
    );
  });
  return tier?.points ?? null;
}
