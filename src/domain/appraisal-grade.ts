import { dayOfYear, isGraded, reviewYear, YEAR_GRADES, type Appraisal, type AppraisalForm, type AppraisalRules, type GradeVote, type YearGrade } from './appraisal';
import { yearOf, type CalendarDate } from './dates';
import type { Member } from './member';
import { DECISIONS, votesNeeded } from './votes';

/** The result of a vote on a grade, or the first sum that does not agree: `found` is what was counted, `expected` what it may be at most or has to be. */
export type GradeOutcome =
  | { readonly kind: 'empty'; readonly needed: number; readonly base: number }
  | { readonly kind: 'decided'; readonly grade: YearGrade; readonly votes: number; readonly needed: number; readonly base: number; readonly percent: number }
  | { readonly kind: 'undecided'; readonly needed: number; readonly base: number }
  | { readonly kind: 'tooMany' | 'handedOut' | 'returned' | 'sorted' | 'counted'; readonly found: number; readonly expected: number };

const sumOf = ({ counts }: GradeVote): number => YEAR_GRADES.reduce((sum, grade) => sum + counts[grade], 0);

/** [APR-4] The first sum of a vote on a grade that does not agree: no more votes than the base; of a secret one, papers handed out, returned and valid as in any ballot (VOTE-5). Source: that sums must agree is [G]. */
function faultOf(vote: GradeVote): GradeOutcome | null {
  const sum = sumOf(vote);
  if (!vote.ballots) return sum + vote.other > vote.base ? { kind: 'tooMany', found: sum + vote.other, expected: vote.base } : null;
  const { handedOut, returned, valid, invalid } = vote.ballots;
  if (handedOut > vote.base) return { kind: 'handedOut', found: handedOut, expected: vote.base };
  if (returned > handedOut) return { kind: 'returned', found: returned, expected: handedOut };
  if (valid + invalid !== returned) return { kind: 'sorted', found: valid + invalid, expected: returned };
  return sum + vote.other === valid ? null : { kind: 'counted', found: sum + vote.other, expected: valid };
}

/**
 * [APR-5] The cell's grade: the one that more than half of the vote base is for. None: the vote has decided nothing, and is taken again.
 * Base as of any vote [VOTE-1]. Source: facts.md §4.4, base [V2] S21; the threshold is [I].
 */
export function gradeOutcome(vote: GradeVote): GradeOutcome {
  const fault = faultOf(vote);
  const { base } = vote;
  const needed = votesNeeded(base, DECISIONS.memberGrade);
  if (sumOf(vote) + vote.other === 0 && !vote.ballots?.returned) return { kind: 'empty', needed, base };
  if (fault) return fault;
  const grade = YEAR_GRADES.find((one) => vote.counts[one] >= needed);
  if (!grade) return { kind: 'undecided', needed, base };
  const votes = vote.counts[grade];
  return { kind: 'decided', grade, votes, needed, base, percent: Math.round((votes / base) * 1000) / 10 };
}

/** The grade that the cell has voted; null while there is none. */
export function votedGrade(appraisal: Appraisal | null): YearGrade | null {
  const outcome = appraisal?.vote ? gradeOutcome(appraisal.vote) : null;
  return outcome?.kind === 'decided' ? outcome.grade : null;
}

/** [APR-6] The year's grade: the committee's decision, and until it is there the cell's vote. What a member proposes for themselves is none. Source: facts.md §5 [G]. */
export const finalGrade = (appraisal: Appraisal | null): YearGrade | null => appraisal?.committee.grade ?? votedGrade(appraisal);

/** How far a review has come. */
export type AppraisalStage = 'ungraded' | 'begun' | 'handedIn' | 'commented' | 'voted' | 'decided';

/** What has been done of a review. */
export interface AppraisalDone {
  readonly handedIn: boolean;
  readonly commented: boolean;
  readonly voted: boolean;
  readonly decided: boolean;
}

/** What has been done of a review; the committee's decision stands for the cell's vote, as it is not taken without. */
export const doneOf = (appraisal: Appraisal | null): AppraisalDone => ({
  handedIn: Boolean(appraisal?.handedInOn),
  commented: Boolean(appraisal?.comment.trim()),
  voted: finalGrade(appraisal) !== null,
  decided: Boolean(appraisal?.committee.grade),
});

/** A member's review on the year's list; null: not begun. */
export interface Reviewed {
  readonly member: Member | null;
  readonly appraisal: Appraisal | null;
}

/** The furthest that a review has come; not graded is none. */
export function stageOf({ member, appraisal }: Reviewed, day: CalendarDate): AppraisalStage {
  if (!isGraded(appraisal, member, day)) return 'ungraded';
  const { handedIn, commented, voted, decided } = doneOf(appraisal);
  return decided ? 'decided' : voted ? 'voted' : commented ? 'commented' : handedIn ? 'handedIn' : 'begun';
}

/** How far the cell has come. Numbers of people; those who are not graded are in none. */
export interface AppraisalProgress {
  readonly all: number;
  readonly handedIn: number;
  readonly commented: number;
  readonly voted: number;
  readonly decided: number;
  readonly grades: Readonly<Record<YearGrade, number>>;
}

/** [APR-7] The cell's progress: of those who are graded, who has handed in, is commented, voted and graded; and the grades so far. */
export function progressOf(list: readonly Reviewed[], day: CalendarDate): AppraisalProgress {
  const graded = list.filter(({ member, appraisal }) => isGraded(appraisal, member, day));
  const count = (what: keyof AppraisalDone): number => graded.filter(({ appraisal }) => doneOf(appraisal)[what]).length;
  const grades = Object.fromEntries(YEAR_GRADES.map((grade) => [grade, graded.filter(({ appraisal }) => finalGrade(appraisal) === grade).length]));
  return { all: graded.length, handedIn: count('handedIn'), commented: count('commented'), voted: count('voted'), decided: count('decided'), grades: grades as AppraisalProgress['grades'] };
}

/** [APR-9] From November to March the review of the year is due while somebody has no grade of the cell's vote yet. How many; 0 in other months. Source: months are [G], HD 43 is of the year's end. */
export const appraisalsDue = (list: readonly Reviewed[], today: CalendarDate): number => {
  if (today.slice(5) < '11-01' && reviewYear(today) === yearOf(today)) return 0;
  const { all, voted } = progressOf(list, dayOfYear(reviewYear(today), today));
  return all - voted;
};

/** The sum of a self-review's points, and of what they can be at most; null while a group has none, or the form asks for none. */
export function pointsOf(form: AppraisalForm, points: Appraisal['points']): { sum: number; max: number } | null {
  if (!form.points || form.points.some(({ id }) => points[id] === undefined)) return null;
  return { sum: form.points.reduce((sum, { id }) => sum + (points[id] ?? 0), 0), max: form.points.reduce((sum, { max }) => sum + max, 0) };
}

/** [APR-10] The highest grade that points allow to be proposed: 90, 70, 50 of 100. Other conditions stand beside them. Source: QĐ 366-QĐ/TW, article 11, as the press quotes it [V2], named in facts.md §0 with S34. */
export const gradeOfPoints = (rules: AppraisalRules, sum: number): YearGrade | null => rules.bands?.grades.find(({ min }) => sum >= min)?.grade ?? null;
