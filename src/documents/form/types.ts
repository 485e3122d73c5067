import type { ClosedKind, Instant } from '@/domain';
import type { Layout } from './layout';

/*
 * The one form between records and files: what a Party document says and where each part of it stands, without a word of Word or PDF.
 * The kinds make it, the renderers (`docx`, `pdf`) draw it; so every kind exists in every file format, and both say the same.
 */

/** How a paragraph stands. `body`: first line indented, justified · `item`: the same, of a list · `center` · `centerBold` · `italic`: centred, in italics. */
export type Look = 'body' | 'item' | 'center' | 'centerBold' | 'italic';

/** A column of a table; width in mm. */
export interface Column {
  readonly head: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A line of a slip (phiếu). `box`: with an empty square before it · `rule`: an empty line to write on. */
export interface SlipLine {
  readonly text: string;
  readonly look: 'small' | 'smallBold' | 'title' | 'question' | 'box' | 'rule' | 'note';
}

/** One part of a document's body, in reading order. Headings are numbered by the renderers: level 0 "I-", level 1 "1." anew under each. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look; /** Stays with what follows. */ readonly leads?: boolean }
  | { readonly kind: 'heading'; readonly level: 0 | 1; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[]; /** A last row in bold. */ readonly total?: readonly string[]; /** Least height of a row to write in, in mm. */ readonly rowHeight?: number }
  | { readonly kind: 'slips'; readonly across: number; /** Rows on a page. */ readonly down: number; readonly copies: number; readonly lines: readonly SlipLine[] };

/** Who signs, or an empty place for it. `ink`: the signature drawn on the screen, SVG path data in a box of 600 × 200, or ''. */
export interface Signer {
  readonly kind: 'signer';
  /** Bold, e.g. "T/M CHI BỘ". */
  readonly label: string;
  /** Under it, e.g. "BÍ THƯ"; '' when there is none. */
  readonly under: string;
  /** The line under the label in small letters (what a label explains) instead of full size (a post). */
  readonly underSmall: boolean;
  readonly name: string;
  readonly ink: string;
}

/** Who gets the document (Nơi nhận). Lines as they are written, the last "Lưu Chi bộ." */
export interface Recipients {
  readonly kind: 'recipients';
  readonly entries: readonly string[];
}

/** Left or right foot of a document. */
export type Foot = Signer | Recipients | { readonly kind: 'empty' };

/** The head: organisation at the left, the Party's title at the right. `number` and `placeDate` are whole lines; '' when the kind has none. */
export interface Head {
  readonly superior: string;
  readonly cell: string;
  readonly number: string;
  readonly placeDate: string;
}

/** What a closed document is, as its file carries it: enough to work its fingerprint out from its words [CLOSE-3]. `prev` null: closed before there was a chain. */
export interface Closed {
  readonly kind: ClosedKind;
  readonly id: string;
  readonly at: Instant;
  readonly prev: readonly string[] | null;
  readonly hash: string;
}

/** A whole document. */
export interface PartyDocument {
  readonly layout: Layout;
  /** None for slips, which have theirs on each. */
  readonly head: Head | null;
  /** On its own line, e.g. "NGHỊ QUYẾT"; '' for none. */
  readonly title: string;
  /** Trích yếu, under the title. */
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly foot: { readonly left: Foot; readonly right: Foot } | null;
  /** For the file's properties. Names nobody. */
  readonly named: string;
  /** [PROOF-2] Closed: the foot has its fingerprint, and a QR code of it · `draft`: the foot says so · not there: a kind that is not closed. */
  readonly mark?: Closed | 'draft';
}
