import type { CalendarDate } from '@/domain';

/**
 * How a Party document looks (thể thức). Data, because it changes with the guidance: a document keeps the layout of its day.
 * Lengths in mm, sizes and spacing in points.
 */
export interface Layout {
  readonly id: '2026' | '2018';
  /** First day of its guidance; a document of before the oldest takes the oldest. */
  readonly from: CalendarDate;
  /** The guidance it stands for. */
  readonly basis: string;
  /** Where the numbers come from, and how far they were checked. */
  readonly source: string;
  readonly page: { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** From the edge of the paper to the page number, in the top margin. */
  readonly pageNumberTop: number;
  readonly font: string;
  readonly size: {
    readonly body: number;
    readonly party: number;
    readonly superior: number;
    readonly cell: number;
    readonly title: number;
    readonly subject: number;
    readonly label: number;
    readonly labelSmall: number;
    readonly name: number;
    readonly pageNumber: number;
    readonly placeDate: number;
    readonly number: number;
    readonly table: number;
    readonly recipientsLabel: number;
    readonly recipients: number;
  };
  readonly firstLine: number;
  readonly lineExact: number;
  readonly after: number;
  readonly party: string;
  /** Width of the party's title in its bold face, in units of its size: the rule beneath is as wide. */
  readonly partyWidthEm: number;
  /** Under title and subject. */
  readonly hyphens: string;
  /** What stands over the signatures: the line, and a smaller one under it. */
  readonly clerk: readonly [string, string];
  readonly chair: readonly [string, string];
  /** "Uỷ" (tone on the y) as it was written before; names in the header follow it. */
  readonly toneOnY: boolean;
}

/** Guidance 05-HD/VPTW of 27/5/2026, the default. */
export const LAYOUT_2026: Layout = {
  id: '2026',
  from: '2026-05-27',
  basis: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026',
  source: 'facts.md §3.4 [V2] S25, S26, S27: three independent accounts that agree; not compared with the original text',
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  pageNumberTop: 10,
  font: 'Times New Roman',
  size: { body: 14, party: 15, superior: 14, cell: 14, title: 14, subject: 14, label: 14, labelSmall: 12, name: 14, pageNumber: 14, placeDate: 14, number: 14, table: 12, recipientsLabel: 14, recipients: 12 },
  firstLine: 10,
  lineExact: 18,
  after: 6,
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  partyWidthEm: 13.77,
  hyphens: '-----',
  clerk: ['THƯ KÝ', '(NGƯỜI GHI BIÊN BẢN)'],
  chair: ['CHỦ TRÌ', ''],
  toneOnY: false,
};

/** Guidance 36-HD/VPTW of 3/4/2018, for minutes of before: known to differ in spelling alone ([V2] S25, S28); the rest is as in 2026. */
export const LAYOUT_2018: Layout = {
  ...LAYOUT_2026,
  id: '2018',
  from: '2018-04-03',
  basis: 'Hướng dẫn 36-HD/VPTW ngày 03/4/2018',
  source: 'facts.md §3.4 [V2] S28; where nothing else is known as in 2026; not compared with the original text',
  toneOnY: true,
};

/** Every layout, newest first. */
export const LAYOUTS: readonly Layout[] = [LAYOUT_2026, LAYOUT_2018];

/**
 * [FORM-1] The layout of a document is that of its day: the newest whose guidance had begun.
 * Source: facts.md §0, §3.4 [V2] S25, S26, S27; that the day of the guidance decides, not that of QĐ 399, is [I].
 */
export const layoutOn = (date: CalendarDate): Layout => LAYOUTS.find(({ from }) => from <= date) ?? LAYOUT_2018;

/** Capitals by the rules of Vietnamese, and of the spelling that the layout keeps. */
export function capitals(text: string, layout: Layout): string {
  const upper = text.normalize('NFC').toLocaleUpperCase('vi');
  return layout.toneOnY ? upper.replace(/(?<!Q)ỦY/gu, 'UỶ') : upper.replace(/(?<!Q)UỶ/gu, 'ỦY');
}
