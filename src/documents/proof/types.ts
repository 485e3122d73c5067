import type { Closed } from '../form';
import type { CarriedText } from './mark';

/**
 * What in a file is not as it was made, beside its words. `hidden`: words struck through or made invisible · `notes`: words in the margins, in
 * notes or comments · `numbering`: words put into the numbers of headings · `picture`: a picture over the text · `tracked`: changes that
 * are waiting to be accepted · `foreign`: parts that no document of ours has · `footPrint`: the printed fingerprint is not the file's own.
 */
export type FileFault = 'hidden' | 'notes' | 'numbering' | 'picture' | 'tracked' | 'foreign' | 'footPrint';

/** A file as it was read: its words, what it carries of itself, and what is wrong with it. */
export interface ReadFile {
  readonly format: 'docx' | 'pdf';
  /** Of a Word file every paragraph; of a PDF what it carries as its paragraphs, or null where it carries nothing. */
  readonly lines: readonly string[] | null;
  /** The letters that a PDF shows, page by page, without white space. */
  readonly pages: readonly string[];
  readonly carried: Closed | CarriedText | null;
  /** The fingerprint printed in the foot, as it is printed. */
  readonly printed: string | null;
  readonly draft: boolean;
  readonly faults: readonly FileFault[];
}

/** Why a file cannot be read. `type`: neither Word nor PDF · `old`: the older Word form (.doc) · `locked`: with a password · `saved`: a PDF that another program has written or changed. */
export type UnreadReason = 'type' | 'old' | 'locked' | 'tooLarge' | 'damaged' | 'saved';

/** A file that cannot be read; nothing else is thrown by the readers. */
export class Unread extends Error {
  constructor(readonly reason: UnreadReason) {
    super(reason);
  }
}

/** Largest file that is opened, and most that is unpacked of it, in bytes. */
export const MOST = { file: 20 << 20, unpacked: 40 << 20 } as const;
