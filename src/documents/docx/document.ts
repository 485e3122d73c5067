import { Document, Header, Packer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { FOOT_EDGE_MM, isSlips, SLIP } from '../form/measures';
import type { Block, PartyDocument } from '../form/types';
import { carriedInWord, PROPERTY } from '../proof/mark';
import { footTable, headTable, tail } from './blocks';
import { feetOf } from './foot';
import { NUMBERING, numberingOf, STYLE, stylesOf } from './styles';
import { linedTable, slipTable } from './tables';
import { mm, pt } from './units';

/** The author in the file's properties: the program, not a person or a phone. */
const PROGRAM = 'Sổ Chi bộ';
const STYLE_OF = { body: STYLE.body, item: STYLE.item, center: STYLE.center, centerBold: STYLE.center, italic: STYLE.center } as const;

const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: [new TextRun(text)] });

function drawn(block: Block, { layout }: PartyDocument): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: block.level === 0 ? STYLE.part : STYLE.section, numbering: { reference: NUMBERING, level: block.level }, children: [new TextRun(block.text)] })];
    case 'table':
      return [linedTable(block), new Paragraph({ spacing: { after: pt(layout.after) }, children: [] })];
    case 'slips':
      return [slipTable(block, layout), tail()];
    default:
      return [new Paragraph({ style: STYLE_OF[block.look], keepNext: block.leads ?? false, children: [new TextRun({ text: block.text, bold: block.look === 'centerBold', italics: block.look === 'italic' })] })];
  }
}

/**
 * A document as a Word file in the Party's form (facts.md §3.4). Everything in it is real text under named styles, so that it
 * can be corrected by hand; its language is Vietnamese for the spelling checker; its properties name the program alone.
 * @returns the bytes of the .docx
 */
export async function documentDocx(form: PartyDocument): Promise<Uint8Array> {
  const { layout, head, title, subject, foot } = form;
  const { page } = layout;
  const slips = isSlips(form.blocks);
  const edge = slips ? { top: SLIP.margin, bottom: SLIP.margin, left: SLIP.margin, right: SLIP.margin } : page;
  const feet = feetOf(form);
  const document = new Document({
    title: form.named,
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    ...(form.mark && form.mark !== 'draft' ? { customProperties: [{ name: PROPERTY, value: carriedInWord(form.mark) }] } : {}),
    styles: stylesOf(layout),
    numbering: numberingOf(layout),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: { top: mm(edge.top), bottom: mm(edge.bottom), left: mm(edge.left), right: mm(edge.right), header: mm(layout.pageNumberTop), footer: mm(feet ? FOOT_EDGE_MM : layout.pageNumberTop) },
          },
        },
        headers: slips ? {} : {
          first: new Header({ children: [new Paragraph({ style: STYLE.pageNumber, children: [] })] }),
          default: new Header({ children: [new Paragraph({ style: STYLE.pageNumber, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }),
        },
        ...(feet ? { footers: feet } : {}),
        children: [
          ...(head ? [headTable(head, layout)] : []),
          ...(title === '' && !head ? [] : [line(STYLE.title, title)]),
          ...(subject === '' ? [] : [line(STYLE.subject, subject)]),
          ...(title === '' ? [] : [line(STYLE.hyphens, layout.hyphens)]),
          ...form.blocks.flatMap((block) => drawn(block, form)),
          // A file may not end in a table.
          ...(foot ? [new Paragraph({ spacing: { before: pt(6) }, keepNext: true, children: [] }), footTable(foot.left, foot.right, layout), tail()] : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
