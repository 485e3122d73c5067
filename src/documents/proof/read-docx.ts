import type { Closed } from '../form';
import { readDirectory, unpack, ZipProblem } from '../zip';
import { DRAFT_WORDS, HOW_WORDS, PROPERTY, readCarried, readPrintLine } from './mark';
import { tidyLine } from './text';
import { MOST, Unread, type FileFault, type ReadFile } from './types';
import { attributeOf, NotXml, stepsOfXml, unescapeXml } from './xml';

const MAIN = 'word/document.xml';
const MARGINS = /^word\/(?:header|footer|footnotes|endnotes|comments)\w*\.xml$/;
const WANTED = /^(?:word\/(?:document|styles|numbering)|docProps\/custom)\.xml$/;
/** Alternatives for older programs, deleted words, and the code of fields. */
const UNSEEN_PARTS = ['Fallback', 'del', 'moveFrom', 'instrText', 'delText'];
const BLANKS = ['tab', 'br', 'cr', 'ptab'];

const isOn = (attributes: string): boolean => !['0', 'false', 'off', 'none'].includes(attributeOf(attributes, 'val'));
const FAULT: Readonly<Record<string, FileFault>> = {
  ins: 'tracked', del: 'tracked', moveFrom: 'tracked', vanish: 'hidden', specVanish: 'hidden', webHidden: 'hidden', strike: 'hidden', dstrike: 'hidden',
  blip: 'picture', imagedata: 'picture', altChunk: 'foreign', subDoc: 'foreign', object: 'foreign', control: 'foreign', sym: 'foreign',
};

/** The paragraphs of a part, and what is wrong with it. */
function paragraphsOf(xml: string, faults: Set<FileFault>): string[] {
  const lines: string[] = [];
  let line = '';
  let words = 0;
  let hidden = 0;
  for (const step of stepsOfXml(xml)) {
    if (step.kind === 'text') {
      if (words > 0 && hidden === 0) line += step.text;
      continue;
    }
    const { kind, name } = step;
    const fault = kind === 'close' ? undefined : FAULT[name];
    if (fault && (fault !== 'hidden' || isOn(step.attributes))) faults.add(fault);
    if (UNSEEN_PARTS.includes(name) && kind !== 'empty') hidden = Math.max(0, hidden + (kind === 'open' ? 1 : -1));
    else if (name === 't' && kind !== 'empty') words = Math.max(0, words + (kind === 'open' ? 1 : -1));
    else if (BLANKS.includes(name) && kind !== 'close') line += ' ';
    else if (name === 'noBreakHyphen' && kind !== 'close') line += '\u2011';
    else if (name === 'p' && kind === 'close') {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line].map(tidyLine).filter((text) => text !== '');
}

/** What stands in the margins: page numbers, and our own line at the foot. */
function readMargins(parts: readonly (readonly string[])[], faults: Set<FileFault>): { printed: string | null; draft: boolean } {
  let printed: string | null = null;
  let draft = false;
  for (const line of parts.flat()) {
    const print = readPrintLine(line);
    if (print !== null) {
      if (printed !== null && printed !== print) faults.add('footPrint');
      printed = print;
    } else if (line === DRAFT_WORDS) draft = true;
    else if (line !== HOW_WORDS && !/^\d*$/.test(line)) faults.add('notes');
  }
  return { printed, draft };
}

function readProperty(xml: string): Closed | null {
  let ours = false;
  for (const step of stepsOfXml(xml)) {
    if (step.kind === 'open' && step.name === 'property') ours = attributeOf(step.attributes, 'name') === PROPERTY;
    else if (step.kind === 'text' && ours && step.text.trim() !== '') return readCarried(step.text.trim());
  }
  return null;
}

/** Words inside the numbers of headings: "%1-" is a number, "%1- không" is a text that no paragraph has. */
const hasWordsInNumbers = (xml: string): boolean =>
  [...xml.matchAll(/<(?:\w+:)?lvlText\b([^>]*)>/g)].some(([, attributes = '']) => /\p{L}{2}/u.test(unescapeXml(attributeOf(attributes, 'val'))));
const hidesByStyle = (xml: string): boolean => [...xml.matchAll(/<(?:\w+:)?(?:vanish|strike|dstrike)\b([^>]*)>/g)].some(([, attributes = '']) => isOn(attributes));

/** [PROOF-3] Reads a Word file: every paragraph, and the places beside the text where words could be put or hidden. @throws Unread */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  const entries = readDirectory(bytes);
  if (!entries || entries.length > 2000) throw new Unread('damaged');
  const wanted = entries.filter(({ name }) => WANTED.test(name) || MARGINS.test(name));
  if (!wanted.some(({ name }) => name === MAIN)) throw new Unread('type');
  if (wanted.some(({ encrypted }) => encrypted)) throw new Unread('locked');
  // Two parts of one name: one program would show the first, another the second.
  if (new Set(wanted.map(({ name }) => name)).size !== wanted.length) throw new Unread('damaged');
  try {
    const parts = await unpack(bytes, wanted, MOST.unpacked);
    const xml = (name: string): string => new TextDecoder('utf-8', { fatal: true }).decode(parts.get(name) ?? new Uint8Array());
    const faults = new Set<FileFault>();
    const lines = paragraphsOf(xml(MAIN), faults);
    const margins = readMargins(wanted.filter(({ name }) => MARGINS.test(name)).map(({ name }) => paragraphsOf(xml(name), new Set())), faults);
    if (hasWordsInNumbers(xml('word/numbering.xml'))) faults.add('numbering');
    if (hidesByStyle(xml('word/styles.xml'))) faults.add('hidden');
    return { format: 'docx', lines, pages: [], carried: readProperty(xml('docProps/custom.xml')), ...margins, faults: [...faults] };
  } catch (error) {
    if (error instanceof ZipProblem) throw new Unread(error.reason);
    if (error instanceof NotXml || error instanceof TypeError) throw new Unread('damaged');
    throw error;
  }
}
