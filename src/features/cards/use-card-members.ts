import { useMemo, useState } from 'react';
import { cardField, cardFromBytes, cardInUse, CARD_LOST, cardsOf, dateInVietnam, readMember, recordKey, rosterOn, type CalendarDate, type Card, type Change, type Fields } from '@/domain';
import { useCollection } from '@/storage';

/** A member who may have a card, and the one that is in use. */
export interface CardMember {
  readonly id: string;
  readonly name: string;
  readonly card: Card | undefined;
  readonly fields: Fields;
}

/** The day on which the screen was opened. */
export const useToday = (): CalendarDate => useState(() => dateInVietnam(new Date().toISOString()))[0];

/** Everybody who belongs to the cell today, by given name; undefined until loaded. */
export function useCardMembers(today: CalendarDate): readonly CardMember[] | undefined {
  const records = useCollection('member');
  return useMemo(() => {
    if (!records) return undefined;
    const fields = new Map<string, Fields>(records.map((record) => [record.id, record.fields]));
    return rosterOn(records.map((record) => readMember(record.id, record.fields)), today)
      .filter(({ name }) => name !== '')
      .map(({ id, name }) => ({ id, name, card: cardInUse(fields.get(id)!), fields: fields.get(id)! }));
  }, [records, today]);
}

/** A new card for a member. */
export const makeCard = ({ id }: CardMember, today: CalendarDate): Change => ({
  key: recordKey('member', id),
  field: cardField(cardFromBytes(crypto.getRandomValues(new Uint8Array(16)))),
  value: today,
});

/** None of a member's cards counts from now on; a new one is made. */
export const replaceCards = (member: CardMember, today: CalendarDate): Change[] => [
  ...cardsOf(member.fields)
    .filter(({ madeOn }) => madeOn !== null)
    .map(({ id }): Change => ({ key: recordKey('member', member.id), field: cardField(id), value: CARD_LOST })),
  makeCard(member, today),
];
