import type { CalendarDate } from './dates';
import { profileOf, type Procedure } from './procedure';

/** Profiles of central guidance (Ban Tổ chức Trung ương), which hold for every cell. Source: facts.md §0 [V2] S01 to S04, S07. */
const CENTRAL = ['hd12-2018', 'hd42-2025'];

/**
 * [GUIDE-1] The newest central guidance in force on a day that is newer than the profile in use; undefined when the profile is the newest.
 * @param procedures of one kind of meeting
 */
export function newerGuidance(procedures: readonly Procedure[], profile: string, date: CalendarDate): Procedure | undefined {
  const used = procedures.find(({ id }) => profileOf(id) === profile)?.effectiveFrom ?? '';
  return procedures
    .filter(({ id, effectiveFrom }) => CENTRAL.includes(profileOf(id)) && effectiveFrom > used && effectiveFrom <= date)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}
