import { MOST, Unread } from './types';

/*
 * Just enough of PDF to read what our own maker writes: whole objects, one table of places at the end, streams packed by deflate. A PDF
 * that another program has written or added to has another build, and is said to be one.
 */

/** Objects by number, as text in which each letter is one byte. */
export interface PdfObjects {
  readonly trailer: string;
  readonly body: (reference: string | undefined) => string;
  readonly stream: (reference: string | undefined) => Promise<string>;
}

/** Words of a PDF that ours never has: encrypted, added to, with fields, notes, scripts, layers, objects packed together, or letters that are seen through. */
const NOT_OURS = /\/(?:Encrypt|Prev|ObjStm|XRefStm|Annots|AcroForm|OCProperties|OpenAction|JavaScript|AA)\b|\/(?:ca|CA) (?!1\s)/;

/** Bytes as text, one letter a byte. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return text;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function inflated(packed: string, limit: number): Promise<string> {
  const reader = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Unread('damaged');
    });
    if (done) return text;
    text += latin(value);
    if (text.length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new Unread('tooLarge');
    }
  }
}

/** The places of all objects, from the table at the end. */
function places(pdf: string): { at: number[]; table: number; trailer: string } {
  const start = /startxref\s+(\d{1,9})\s+%%EOF\s*$/.exec(pdf.slice(-64));
  const table = Number(start?.[1] ?? -1);
  const [, count = '', rows = '', trailer = ''] = /^xref\s+0 (\d{1,6})\s+((?:\d{10} \d{5} [fn]\s+)+)trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(table < 0 ? '' : pdf.slice(table)) ?? [];
  const at = (rows.match(/\d{10}(?= \d{5} [fn])/g) ?? []).map(Number);
  if (trailer === '' || at.length !== Number(count) || pdf.split('startxref').length !== 2) throw new Unread('saved');
  return { at, table, trailer };
}

/** Opens a PDF. @throws Unread */
export function openPdf(bytes: Uint8Array): PdfObjects {
  const pdf = latin(bytes);
  const { at, table, trailer } = places(pdf);
  // Every byte belongs to one object of the table: nothing stands between them.
  const order = at.map((from, number) => ({ from, number })).slice(1).sort((a, b) => a.from - b.from);
  const objects = new Map<number, string>();
  order.forEach(({ from, number }, index) => {
    const whole = pdf.slice(from, order[index + 1]?.from ?? table);
    if (!whole.startsWith(`${number} 0 obj`) || !/\sendobj\s*$/.test(whole)) throw new Unread('saved');
    objects.set(number, whole);
  });
  const get = (reference = ''): string => objects.get(Number(/^(\d{1,6}) 0 R$/.exec(reference.trim())?.[1] ?? -1)) ?? '';
  const body = (reference?: string): string => {
    const whole = get(reference);
    const end = whole.search(/\sstream\r?\n/);
    return end < 0 ? whole : whole.slice(0, end);
  };
  for (const number of objects.keys()) if (NOT_OURS.test(body(`${number} 0 R`))) throw new Unread('saved');
  if (NOT_OURS.test(trailer)) throw new Unread(/\/Encrypt\b/.test(trailer) ? 'locked' : 'saved');
  let left = MOST.unpacked;
  const stream = async (reference?: string): Promise<string> => {
    const found = /\sstream\r?\n([\s\S]*?)\r?\nendstream\s+endobj\s*$/.exec(get(reference));
    if (!found || !/\/Filter \/FlateDecode\b/.test(body(reference))) throw new Unread('saved');
    const text = await inflated(found[1] ?? '', left);
    left -= text.length;
    return text;
  };
  return { trailer, body, stream };
}

/** The reference or name after a key of a dictionary. */
export const valueOf = (dictionary: string, key: string): string | undefined => new RegExp(`/${key}\\s+(\\d+ 0 R)`).exec(dictionary)?.[1];

/** A text in brackets, which is an object of its own; '' for anything else. */
export const textOf = (object: string): string => /^\d+ 0 obj\s*\(([\w+/=]*)\)\s*endobj\s*$/.exec(object)?.[1] ?? '';
