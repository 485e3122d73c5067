import { foldText, markingInName, speaksOfMarking, type OwnNames } from '@/domain';
import type { DocumentKind } from './kinds';
import type { ExcelKind } from './share';

/** Something about to be handed to another app, pasted into a message or sent. */
export type Leaving =
  /** A text made from a meeting, with the names of those who belong to the cell. */
  | { readonly what: 'invitation' | 'posting'; readonly text: string; readonly names: readonly string[]; readonly closed?: boolean; readonly own?: OwnNames }
  /** A document made from a meeting, with all that it says. */
  | { readonly what: 'document'; readonly kind: DocumentKind; readonly text: string; readonly closed: boolean; readonly own?: OwnNames }
  /** A report of the cell, with all that it says, and the names of its members. */
  | { readonly what: 'report'; readonly text: string; readonly names: readonly string[]; readonly closed: boolean; readonly own?: OwnNames }
  | { readonly what: 'excel'; readonly kind: ExcelKind }
  | { readonly what: 'calendar' | 'yearPlan' }
  /** A photo or document attached to a record; no program reads what is in it. */
  | { readonly what: 'attachment'; readonly name: string }
  /** A copy of the book, or what lets a new device in. `sealed`: nobody opens it without the passphrase or the device it is for. */
  | { readonly what: 'backup' | 'admission'; readonly sealed: boolean }
  /** A yearly review as the paper that is signed and handed in. */
  | { readonly what: 'reviewPaper'; readonly text: string; readonly own?: OwnNames }
  /** The notebook, yearly reviews, what a restricted step holds, a recovery sheet. */
  | { readonly what: 'notebook' | 'appraisal' | 'restrictedStep' | 'recoverySheet' };

/** Why the person is asked first. */
export const ASK_REASONS = ['internal', 'names', 'details', 'draft', 'matter', 'review'] as const;
/** One of {@link ASK_REASONS}. */
export type AskReason = (typeof ASK_REASONS)[number];
/** Why it must not leave at all. */
export const REFUSE_REASONS = ['marked', 'criticism', 'restricted', 'recovery', 'unsealed'] as const;
/** One of {@link REFUSE_REASONS}. */
export type RefuseReason = (typeof REFUSE_REASONS)[number];

/** What the guard says. */
export type Verdict =
  | { readonly may: 'allowed' }
  | { readonly may: 'ask'; readonly reasons: readonly AskReason[] }
  | { readonly may: 'refused'; readonly reason: RefuseReason };

const ALLOWED: Verdict = { may: 'allowed' };
const ask = (...reasons: readonly AskReason[]): Verdict => (reasons.length === 0 ? ALLOWED : { may: 'ask', reasons });
const refuse = (reason: RefuseReason): Verdict => ({ may: 'refused', reason });

/** [SHARE-1] Made to be handed round and naming nobody but who signs, presents or is invited: leaves without a question. Source: a decision. */
const ROUND: readonly DocumentKind[] = ['notice', 'invitation', 'programme', 'thematicPlan', 'thematicOutline', 'ballot'];
/** What the person is told before each other document leaves. */
const WHY: Partial<Record<DocumentKind, AskReason>> = { attendance: 'names', minutes: 'internal', extract: 'names', scoreSheet: 'internal', counting: 'names', correction: 'internal', resolution: 'names', conclusion: 'names' };
/** Documents whose words still change with the meeting's records. */
const OF_MINUTES: readonly DocumentKind[] = ['minutes', 'extract', 'resolution', 'conclusion'];

/** What is said of one person by these words is nobody's business outside the room. Folded: no tone marks. */
const MATTER = /\b(khien trach|canh cao|cach chuc|khai tru|ky luat|xoa ten|to cao|khieu nai|vi pham|kiem diem|phe binh|nhac nho|kiem tra)\b/;
/** Of these words nobody need be named. */
const GRAVE = /\b(khien trach|canh cao|cach chuc|khai tru|xoa ten|to cao|don thu)\b/;

/**
 * [SHARE-4] A marking of a state secret (MẬT, TỐI MẬT, TUYỆT MẬT) in capitals; words that merely contain it (BÍ MẬT, MẬT KHẨU) are none, nor the
 * names of the cell, its places and its members (CHI BỘ PHỐ MẬT SƠN). Such text may not even be on a phone with a network. Source: facts.md §5 [V2] S37.
 */
export const hasSecretMarking = (text: string, own?: OwnNames): boolean => speaksOfMarking(text, own);

/**
 * [SHARE-5] Whether a text speaks of discipline, complaints or criticism: of somebody by name in the same line, or in words that always mean
 * somebody. The secretary is asked, for an invitation goes through other people's servers. Source: facts.md §5 [V2] S21, [I].
 */
export function touchesPerson(text: string, names: readonly string[]): boolean {
  const folded = names.map((name) => foldText(name).trim()).filter((name) => name.includes(' '));
  return text.split('\n').some((line) => {
    const plain = foldText(line);
    return GRAVE.test(plain) || (MATTER.test(plain) && folded.some((name) => plain.includes(name)));
  });
}

const ofText = ({ text, own }: { readonly text: string; readonly own?: OwnNames }, ...reasons: readonly AskReason[]): Verdict => (hasSecretMarking(text, own) ? refuse('marked') : ask(...reasons));
const matter = ({ text, names }: { readonly text: string; readonly names: readonly string[] }): readonly AskReason[] => (touchesPerson(text, names) ? ['matter'] : []);

function ofDocument(leaving: Extract<Leaving, { what: 'document' }>): Verdict {
  const { kind, closed } = leaving;
  if (ROUND.includes(kind)) return ofText(leaving);
  const why = WHY[kind];
  return ofText(leaving, ...(why ? [why] : []), ...(!closed && OF_MINUTES.includes(kind) ? (['draft'] as const) : []));
}

/**
 * What may leave the device by the share sheet or the clipboard. Every button that hands something out asks this.
 *
 * [SHARE-2] What names members, holds what stays in the cell, or may still change, is asked about, with the reason.
 * [SHARE-7] A review's own paper is asked about each time: it goes to that comrade, or to the committee, and to nobody else.
 * [SHARE-3] The notebook, yearly reviews as they stand in the book, restricted steps and recovery sheets never leave, nor a copy of the book that anybody could open.
 * Source: facts.md §5 [V2] S21 S50, [I]; keys: crypto's own rules.
 */
export function mayLeave(leaving: Leaving): Verdict {
  switch (leaving.what) {
    case 'calendar':
    case 'yearPlan':
      return ALLOWED;
    case 'invitation':
    case 'posting':
      return ofText(
        leaving,
        ...matter(leaving),
        ...(leaving.what === 'posting' && leaving.closed !== true ? (['draft'] as const) : []),
      );
    case 'document':
      return ofDocument(leaving);
    case 'reviewPaper':
      return ofText(leaving, 'review');
    case 'report':
      return ofText(leaving, 'internal', ...matter(leaving), ...(leaving.closed ? [] : (['draft'] as const)));
    case 'excel':
      return ask(leaving.kind === 'members' ? 'details' : leaving.kind === 'scores' ? 'internal' : 'names');
    case 'attachment':
      return markingInName(leaving.name) ? refuse('marked') : ask('internal');
    case 'backup':
    case 'admission':
      return leaving.sealed ? ALLOWED : refuse('unsealed');
    case 'recoverySheet':
      return refuse('recovery');
    case 'restrictedStep':
      return refuse('restricted');
    default:
      return refuse('criticism');
  }
}

/** All that a document says, a line each, for the guard to read. */
export function allWords(value: unknown): string {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' ? Object.values(value).map(allWords).filter((words) => words !== '').join('\n') : '';
}
