import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import pdfMake from 'pdfmake/build/pdfmake';
import { headingNumbers, isSlips, SLIP } from '../form/measures';
import type { Block, PartyDocument } from '../form/types';
import { footOf, headOf } from './ends';
import { carried, feetOf } from './foot';
import type { PdfFonts } from './fonts';
import { exactly, marginsOf, OWN, points, tied } from './measure';
import { linedTable, slipTable } from './tables';

const PROGRAM = 'Sổ Chi bộ';
const FACES = ['regular', 'bold', 'italic'] as const;

function drawn(block: Block, { layout }: PartyDocument, number: string): Content {
  const { size, after } = layout;
  const exact = { fontSize: size.body, lineHeight: exactly(layout.lineExact, size.body) };
  const indent = { alignment: 'justify', leadingIndent: points(layout.firstLine) } as const;
  switch (block.kind) {
    case 'heading':
      return { text: tied(`${number}${block.text}`), ...exact, ...indent, bold: true, headlineLevel: 1, margin: [0, block.level === 0 ? 6 : 0, 0, after] };
    case 'table':
      return linedTable(block, layout);
    case 'slips':
      return slipTable(block, layout);
    default: {
      const centered = block.look === 'center' || block.look === 'centerBold' || block.look === 'italic';
      return { text: tied(block.text), ...exact, ...(centered ? { alignment: 'center' } : indent), bold: block.look === 'centerBold', italics: block.look === 'italic', margin: [0, 0, 0, after], ...(block.leads ? { headlineLevel: 1 } : {}) };
    }
  }
}

/** From where on the last blocks stay with the signatures: where the last of them leads, as Word keeps it. */
function keptFrom(blocks: readonly Block[]): number {
  let at = blocks.length;
  for (let block = blocks[at - 1]; block && ((block.kind === 'text' && block.leads) || (block.kind === 'heading' && at < blocks.length)); block = blocks[at - 1]) at -= 1;
  return at;
}

/** What the library is asked to draw. */
function definition(form: PartyDocument): TDocumentDefinitions {
  const { layout, head, title, subject, blocks, foot, named } = form;
  const { page, size } = layout;
  const slips = isSlips(blocks);
  const numbers = headingNumbers(blocks);
  const body = blocks.map((block, index) => drawn(block, form, numbers[index] ?? ''));
  const kept = keptFrom(blocks);
  const middle = (text: string, fontSize: number, margin: [number, number, number, number], bold: boolean): Content => ({ text: tied(text), fontSize, bold, alignment: 'center', lineHeight: OWN, margin });
  return {
    info: { title: named, author: PROGRAM, creator: PROGRAM, producer: PROGRAM, ...carried(form) },
    ...feetOf(form),
    language: 'vi-VN',
    pageSize: { width: points(page.width), height: points(page.height) },
    pageMargins: slips ? points(SLIP.margin) : marginsOf(layout),
    // Word neither kerns nor joins letters unless it is asked to: lines then break at the same words.
    defaultStyle: { font: 'Tinos', fontFeatures: { kern: false, liga: false } } as never,
    header: (at: number): Content => (slips || at === 1 ? '' : { text: String(at), alignment: 'center', fontSize: size.pageNumber, margin: [points(page.left), points(layout.pageNumberTop), points(page.right), 0] }),
    content: [
      ...(head ? [headOf(head, layout)] : []),
      ...(title === '' ? [] : [middle(title, size.title, [0, 24, 0, 0], true)]),
      ...(subject === '' ? [] : [middle(subject, size.subject, [0, 0, 0, 0], true)]),
      ...(title === '' ? [] : [middle(layout.hyphens, size.body, [0, 0, 0, 12], false)]),
      ...body.slice(0, kept),
      ...(foot ? [kept < body.length ? { stack: [...body.slice(kept), footOf(foot.left, foot.right, layout)], unbreakable: true } : footOf(foot.left, foot.right, layout)] : body.slice(kept)),
    ],
    // A heading, or a line that announces a list, never stands last on a page, nor is it torn by its end.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && (node.pageNumbers.length === 2 || (node.pageNumbers.length === 1 && getFollowingNodesOnPage().length === 0)) && (node.startPosition.verticalRatio ?? 0) > 0.1,
  };
}

/** A document as a PDF with its faces in it, the same words in the same places as the Word file. @returns the bytes of the .pdf */
export async function documentPdf(form: PartyDocument, fonts: PdfFonts): Promise<Uint8Array> {
  const name = (face: (typeof FACES)[number]): string => `tinos-${face}.ttf`;
  // The library's own files in memory; its types leave them out.
  const { virtualfs } = pdfMake as unknown as { virtualfs: { writeFileSync: (name: string, bytes: Uint8Array) => void } };
  for (const face of FACES) virtualfs.writeFileSync(name(face), fonts[face]);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setFonts({ Tinos: { normal: name('regular'), bold: name('bold'), italics: name('italic'), bolditalics: name('bold') } });
  return new Uint8Array(await pdfMake.createPdf(definition(form)).getBuffer());
}
