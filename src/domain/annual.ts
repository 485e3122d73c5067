import { GRADES, type AnnualRule, type Grade } from './frame';

/**
 * [SCORE-8] The year's grade of a cell from its months: the first rule of which every month has at least the grade, and as many as it asks for
 * the better one. A month without a graded meeting (null) fulfils no "every"; where no rule holds the grade is the lowest. No month at all: null.
 * Source: facts.md §2.4 [V2] S52; months without a meeting and what is below the second rule are decisions of the frame.
 * @param months one entry a month of the year that has passed: the grade of its regular meeting
 */
export function yearGrade(rule: AnnualRule, months: readonly (Grade | null)[]): Grade | null {
  if (months.length === 0) return null;
  const reaches = (grade: Grade | null, least: Grade): boolean => grade !== null && GRADES.indexOf(grade) <= GRADES.indexOf(least);
  const found = rule.rules.find(
    ({ every, atLeast }) =>
      months.every((grade) => reaches(grade, every)) && (!atLeast || months.filter((grade) => reaches(grade, atLeast.grade)).length >= atLeast.count),
  );
  return found?.grade ?? GRADES.at(-1)!;
}
