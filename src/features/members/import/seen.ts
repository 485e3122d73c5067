import { foldText, type MemberId } from '@/domain';
import { cardKey } from './match';
import type { ImportValues } from './values';

/** [IMP-16] The rows read so far, for finding the same person twice in one file. */
export class Seen {
  private readonly byName = new Map<string, ImportValues[]>();
  private readonly cards = new Set<string>();
  private readonly members = new Set<MemberId>();

  /** Takes a row. A twin has the same card number, or the same name and birth date and no other card number; a namesake only the name. */
  add(values: ImportValues): 'duplicateInFile' | 'sameNameInFile' | null {
    const name = foldText(values.name);
    const card = values.cardNumber === null ? null : cardKey(values.cardNumber);
    const others = this.byName.get(name) ?? [];
    const twin =
      (card !== null && this.cards.has(card)) ||
      others.some((other) => other.birthDate === values.birthDate && (card === null || other.cardNumber === null || cardKey(other.cardNumber) === card));
    this.byName.set(name, [...others, values]);
    if (card !== null) this.cards.add(card);
    return twin ? 'duplicateInFile' : others.length > 0 ? 'sameNameInFile' : null;
  }

  /** Takes a member of the book for a row; true when an earlier row has it already. */
  claims(id: MemberId): boolean {
    const taken = this.members.has(id);
    this.members.add(id);
    return taken;
  }
}
