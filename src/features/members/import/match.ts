import { foldText, type Member } from '@/domain';
import type { ImportValues } from './values';

/** The book's members, ready to be found by card number and by name. */
export interface MemberIndex {
  readonly byCard: ReadonlyMap<string, Member>;
  readonly byName: ReadonlyMap<string, readonly Member[]>;
}

/** Makes the index. */
export function indexMembers(members: readonly Member[]): MemberIndex {
  const byCard = new Map<string, Member>();
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    if (member.cardNumber) byCard.set(cardKey(member.cardNumber), member);
    const name = foldText(member.name);
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  return { byCard, byName };
}

/** A card number for comparing: no spaces or dots, no zeros before it, which spreadsheets drop. */
export const cardKey = (card: string): string => card.replace(/[\s.]/g, '').replace(/^0+/, '');

/**
 * [IMP-17] Finds the member of the book that a row is. Surely the same: the same card number, or the same name
 * (tone marks aside) and birth date. Perhaps the same: one member of this name, where a birth date is not known.
 * `several` when more than one could be meant. `namesake` when the birth dates differ: likely another person, unless one
 * of the dates is wrong; the member is named where there is only one.
 */
export function findMatch(
  index: MemberIndex,
  values: ImportValues,
): { kind: 'same' | 'maybe'; member: Member } | { kind: 'namesake'; member: Member | null } | { kind: 'several' | 'none' } {
  const byCard = values.cardNumber ? index.byCard.get(cardKey(values.cardNumber)) : undefined;
  if (byCard) return { kind: 'same', member: byCard };
  const named = index.byName.get(foldText(values.name)) ?? [];
  const sameDay = named.filter((member) => member.birthDate !== null && member.birthDate === values.birthDate);
  if (sameDay.length === 1 && sameDay[0]) return { kind: 'same', member: sameDay[0] };
  const open = named.filter((member) => member.birthDate === null || values.birthDate === null);
  if (open.length === 1 && open[0]) return { kind: 'maybe', member: open[0] };
  if (open.length > 1 || sameDay.length > 1) return { kind: 'several' };
  return named.length > 0 ? { kind: 'namesake', member: named.length === 1 ? (named[0] ?? null) : null } : { kind: 'none' };
}
