import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import encodeQR from 'qr';
import { FOOT_EDGE_MM, FOOT_SIZE, QR_MM, QR_ROOM_MM } from '../form/measures';
import type { Closed, PartyDocument } from '../form/types';
import { carriedInPdf, DRAFT_WORDS, HOW_WORDS, printLine, PROPERTY } from '../proof/mark';
import { qrText } from '../proof/print';
import { OWN, points } from './measure';

const line = (text: string): Content => ({ text, fontSize: FOOT_SIZE, lineHeight: OWN });

function picture({ kind, hash }: Closed): Content {
  const dots = encodeQR(qrText(kind, hash), 'raw', { ecc: 'medium', border: 1 });
  const path = dots.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${dots.length} ${dots.length}"><path d="${path}" fill="#000"/></svg>`, width: points(QR_MM), height: points(QR_MM) };
}

/** [PROOF-2] The foot of every page, and what the file carries of itself; nothing for a kind that is not closed. */
export function feetOf(form: PartyDocument): Pick<TDocumentDefinitions, 'footer'> {
  const { mark, layout: { page } } = form;
  if (!mark) return {};
  const [left, right] = [points(page.left), points(page.right)];
  /** So high that the foot ends where Word lets it end. */
  const from = (height: number): number => points(page.bottom - FOOT_EDGE_MM) - height;
  const small = FOOT_SIZE * OWN * 1.107;
  if (mark === 'draft') return { footer: () => ({ ...(line(DRAFT_WORDS) as object), margin: [left, from(small), right, 0] }) as Content };
  return {
    footer: (at) =>
      at === 1
        ? { columns: [{ width: points(QR_ROOM_MM), stack: [picture(mark)] }, { width: '*', stack: [line(printLine(mark.hash)), line(HOW_WORDS)], margin: [0, (points(QR_MM) - 2 * small) / 2, 0, 0] }], margin: [left, from(points(QR_MM)), right, 0] }
        : ({ ...(line(printLine(mark.hash)) as object), margin: [left, from(small), right, 0] } as Content),
  };
}

/** What a closed PDF carries of itself, among its properties. */
export const carried = (form: PartyDocument): Record<string, string> => (form.mark && form.mark !== 'draft' ? { [PROPERTY]: carriedInPdf(form.mark, form) } : {});
