import { Footer, ImageRun, Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import encodeQR from 'qr';
import { QR_MM, QR_ROOM_MM, textWidth } from '../form/measures';
import type { Closed, PartyDocument } from '../form/types';
import { DRAFT_WORDS, HOW_WORDS, printLine } from '../proof/mark';
import { qrText } from '../proof/print';
import { STYLE } from './styles';
import { mm } from './units';

const line = (text: string): Paragraph => new Paragraph({ style: STYLE.foot, children: [new TextRun(text)] });
/** Pixels of the library's 96 to an inch. */
const pixels = (length: number): number => (length * 96) / 25.4;

function picture({ kind, hash }: Closed): Paragraph {
  const data = encodeQR(qrText(kind, hash), 'gif', { ecc: 'medium', border: 1, scale: 6 });
  const side = pixels(QR_MM);
  return new Paragraph({ style: STYLE.foot, children: [new ImageRun({ type: 'gif', data, transformation: { width: side, height: side }, altText: { name: 'Mã kiểm tra', title: 'Mã kiểm tra', description: printLine(hash) } })] });
}

/** The foot of a first page: the QR code, and beside it what it is. */
function firstFoot(mark: Closed, form: PartyDocument): Table {
  const widths = [QR_ROOM_MM, textWidth(form.layout) - QR_ROOM_MM].map(mm);
  const cells = [[picture(mark)], [line(printLine(mark.hash)), line(HOW_WORDS)]];
  return new Table({
    width: { size: mm(textWidth(form.layout)), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [new TableRow({ cantSplit: true, children: cells.map((children, at) => new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, children })) })],
  });
}

/** [PROOF-2] The feet of a document's pages; nothing for a kind that is not closed. */
export function feetOf(form: PartyDocument): { readonly first: Footer; readonly default: Footer } | undefined {
  const { mark } = form;
  if (!mark) return undefined;
  if (mark === 'draft') return { first: new Footer({ children: [line(DRAFT_WORDS)] }), default: new Footer({ children: [line(DRAFT_WORDS)] }) };
  return { first: new Footer({ children: [firstFoot(mark, form)] }), default: new Footer({ children: [line(printLine(mark.hash))] }) };
}
