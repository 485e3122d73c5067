import { Document, Header, LineRuleType, Packer, PageNumber, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { Cell, Meeting, Signature } from '@/domain';
import { bareName } from '../minutes/context';
import { lines, phrase } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { PART } from '../minutes/phrases.vi';
import type { FinalMinutes, MinutesPart } from '../minutes';
import { headerBlock, INK_MM, signatureBlock, type Signer } from './blocks';
import { inkRun } from './ink';
import { LAYOUT_2026, type Layout } from './layout';
import { NUMBERING, numberingOf, STYLE, stylesOf } from './styles';
import { mm, pt } from './units';

/** What a minutes document is made of. */
export interface MinutesDocxInput {
  readonly minutes: FinalMinutes;
  readonly cell: Pick<Cell, 'name' | 'superior'>;
  readonly meeting: Pick<Meeting, 'roster' | 'chairId' | 'clerkId' | 'signatures'>;
  /** Default: the newest. */
  readonly layout?: Layout;
}

/** The author in the file's properties: the program, not a person or a phone. */
const PROGRAM = 'Sổ Chi bộ';

function body(minutes: FinalMinutes): Paragraph[] {
  const out: Paragraph[] = [];
  let part: MinutesPart | undefined;
  for (const section of minutes.sections) {
    if (section.part !== part) {
      part = section.part;
      out.push(new Paragraph({ style: STYLE.part, numbering: { reference: NUMBERING, level: 0 }, children: [new TextRun(PART[section.part])] }));
    }
    out.push(new Paragraph({ style: STYLE.section, numbering: { reference: NUMBERING, level: 1 }, children: [new TextRun(phrase(section.heading))] }));
    const text = lines(section.text);
    text.forEach((line, index) => {
      const leads = line.endsWith(':') && index < text.length - 1;
      out.push(new Paragraph({ style: /^[-+] /.test(line) ? STYLE.item : STYLE.body, keepNext: leads, children: [new TextRun(line)] }));
    });
  }
  return out;
}

function signers(input: MinutesDocxInput, layout: Layout): [Signer, Signer] {
  const nameOf = (id: string | null): string => bareName(input.meeting.roster.find((entry) => entry.id === id)?.name);
  const make = (label: readonly [string, string], id: string | null, signature: Signature | null, drawing: number): Signer => {
    const name = nameOf(signature?.memberId ?? id) || nameOf(id);
    const path = signature?.how === 'screen' && typeof signature.path === 'string' ? signature.path : '';
    const ink = path === '' ? null : inkRun(path, drawing, `Chữ ký ${name}`.trim(), INK_MM);
    // An imported run is a run, though its type does not say so.
    return { label, name, ink: ink as ParagraphChild | null };
  };
  const { signatures, clerkId, chairId } = input.meeting;
  return [make(layout.clerk, clerkId, signatures.clerk, 1), make(layout.chair, chairId, signatures.chair, 2)];
}

/**
 * Minutes as a Word file in the Party's form (facts.md §3.4). Everything in it is real text under named styles, so that it
 * can be corrected by hand; its language is Vietnamese for the spelling checker; its properties name the program alone.
 * @returns the bytes of the .docx
 */
export async function minutesDocx(input: MinutesDocxInput): Promise<Uint8Array> {
  const layout = input.layout ?? LAYOUT_2026;
  const { minutes, cell } = input;
  const title = phrase(minutes.title);
  const subject = phrase(minutes.subject);
  const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: [new TextRun(text)] });
  const { page } = layout;
  const document = new Document({
    title: `${title} ${subject}`.trim(),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    styles: stylesOf(layout),
    numbering: numberingOf(layout),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: { top: mm(page.top), bottom: mm(page.bottom), left: mm(page.left), right: mm(page.right), header: mm(layout.pageNumberTop), footer: mm(layout.pageNumberTop) },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ style: STYLE.pageNumber, children: [] })] }),
          default: new Header({ children: [new Paragraph({ style: STYLE.pageNumber, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }),
        },
        children: [
          headerBlock(phrase(cell.superior), cellTitle(cell.name), layout),
          line(STYLE.title, title),
          ...(subject === '' ? [] : [line(STYLE.subject, subject)]),
          line(STYLE.hyphens, layout.hyphens),
          ...body(minutes),
          new Paragraph({ spacing: { before: pt(6) }, keepNext: true, children: [] }),
          signatureBlock(...signers(input, layout), layout),
          // A file may not end in a table; one point high, so that it never makes a page of its own.
          new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: [] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
