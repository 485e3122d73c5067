import { standingOn, statusOn, type CalendarDate, type Member } from '@/domain';

/** Ways to look at the register. `all` is everyone who has not left. */
export const CATEGORIES = ['all', 'official', 'probationary', 'exempt', 'temporaryIn', 'temporaryOut', 'suspended', 'left'] as const;
/** One of {@link CATEGORIES}. */
export type Category = (typeof CATEGORIES)[number];

/**
 * True when a member belongs to a category on a day. Guests (sinh hoạt tạm thời đến) are counted at home: they are
 * neither official nor probationary members of this cell.
 */
export function isIn(category: Category, member: Member, today: CalendarDate): boolean {
  const status = statusOn(member, today);
  if (category === 'all') return status !== 'left';
  if (category !== 'official' && category !== 'probationary') return status === category;
  return status !== 'left' && status !== 'temporaryIn' && standingOn(member, today) === category;
}

/** How many members each category has. */
export function countCategories(members: readonly Member[], today: CalendarDate): Record<Category, number> {
  const count = (category: Category): number => members.filter((member) => isIn(category, member, today)).length;
  return Object.fromEntries(CATEGORIES.map((category) => [category, count(category)])) as Record<Category, number>;
}
