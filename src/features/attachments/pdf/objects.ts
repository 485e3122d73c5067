/*
 * As much of a PDF as its first page's words need: objects, also packed ones, and Flate streams. Whatever else a file has (encryption, other packing)
 * reads as nothing: then the person's own answer is all there is [FILE-3].
 */

/** Most bytes that one stream is unpacked to: a page's words are far less, and a small file must not grow into gigabytes. */
const MAX_STREAM = 8 * 1024 * 1024;
/** Most packed objects' streams that are opened. */
const MAX_PACKED = 400;

/** Bytes as letters of the same numbers. */
export function letters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

async function inflate(bytes: Uint8Array): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  try {
    const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    for (let read = await reader.read(); !read.done && size < MAX_STREAM; read = await reader.read()) {
      size += read.value.length;
      parts.push(letters(read.value));
    }
    void reader.cancel().catch(() => undefined);
  } catch {
    // What was unpacked before the damage is kept: a page's head stands first.
  }
  return parts.join('');
}

/** The value that follows a key in a dictionary's text: a reference, a dictionary, a list, a name or a number; '' for none. */
export function entry(dict: string, key: string): string {
  const found = new RegExp(`/${key}(?![A-Za-z0-9])\\s*`).exec(dict);
  if (!found) return '';
  const rest = dict.slice(found.index + found[0].length);
  if (rest.startsWith('<<')) return nested(rest, '<<', '>>');
  if (rest.startsWith('[')) return nested(rest, '[', ']');
  return /^(\d+\s+\d+\s+R|\/[^\s/<>[\]()]+|[-+.\d]+)/.exec(rest)?.[0] ?? '';
}

function nested(text: string, open: string, close: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.startsWith(open, at)) [depth, at] = [depth + 1, at + open.length - 1];
    else if (text.startsWith(close, at)) {
      [depth, at] = [depth - 1, at + close.length - 1];
      if (depth === 0) return text.slice(0, at + 1);
    }
  }
  return text;
}

/** The objects of a file. */
export class PdfObjects {
  private readonly text: string;
  private readonly at = new Map<number, number>();
  private readonly packed = new Map<number, string>();

  private constructor(private readonly bytes: Uint8Array) {
    this.text = letters(bytes);
    // A later object of the same number replaces the earlier one.
    for (const { 1: number, 0: all, index } of this.text.matchAll(/(?<!\d)(\d{1,8})\s+\d{1,5}\s+obj(?![a-z])/g)) this.at.set(Number(number), index + all.length);
  }

  /** Opens a file; null for one that is encrypted. */
  static async open(bytes: Uint8Array): Promise<PdfObjects | null> {
    const objects = new PdfObjects(bytes);
    if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(objects.text)) return null;
    await objects.unpack();
    return objects;
  }

  private async unpack(): Promise<void> {
    const streams = [...this.at.keys()].filter((number) => /\/Type\s*\/ObjStm/.test(this.dict(number))).slice(0, MAX_PACKED);
    for (const number of streams) {
      const [dict, body] = [this.dict(number), await this.stream(number)];
      const first = Number(entry(dict, 'First'));
      const index = (body.slice(0, first).match(/\d+/g) ?? []).map(Number);
      for (let at = 0; at + 1 < index.length; at += 2) this.packed.set(index[at]!, body.slice(first + index[at + 1]!, at + 3 < index.length ? first + index[at + 3]! : undefined));
    }
  }

  /** An object's text up to its stream; '' for none. */
  dict(number: number): string {
    const from = this.at.get(number);
    if (from === undefined) return this.packed.get(number) ?? '';
    const end = /endobj|stream[\r\n]/g;
    end.lastIndex = from;
    return this.text.slice(from, end.exec(this.text)?.index);
  }

  /** What a value stands for: the object's text where it is a reference, else itself. */
  resolve(value: string): string {
    const number = PdfObjects.number(value);
    return number === null ? value : this.dict(number);
  }

  /** The number of the object that a value refers to. */
  static number(value: string): number | null {
    const found = /^\s*(\d+)\s+\d+\s+R/.exec(value);
    return found ? Number(found[1]) : null;
  }

  /** An object's stream, unpacked; '' where there is none, or it is packed some other way. */
  async stream(number: number): Promise<string> {
    const [dict, from] = [this.dict(number), this.at.get(number)];
    const start = from === undefined ? null : /^stream\r?\n?/.exec(this.text.slice(from + dict.length, from + dict.length + 8));
    if (from === undefined || !start) return '';
    const begin = from + dict.length + start[0].length;
    const length = Number(this.resolve(entry(dict, 'Length')).trim());
    const told = begin + length;
    const end = length > 0 && /^\s*endstream/.test(this.text.slice(told, told + 12)) ? told : this.text.indexOf('endstream', begin);
    const filter = this.resolve(entry(dict, 'Filter')).replace(/[[\]\s]/g, '');
    const data = this.bytes.subarray(begin, end < 0 ? this.bytes.length : end);
    return filter === '' ? letters(data.subarray(0, MAX_STREAM)) : filter === '/FlateDecode' || filter === '/Fl' ? inflate(data) : '';
  }

  /** The first page, with what it takes over from the branches above it; null for none. */
  firstPage(): { readonly page: string; readonly resources: string } | null {
    const root = [...this.at.keys(), ...this.packed.keys()].reverse().find((number) => /\/Type\s*\/Catalog\b/.test(this.dict(number)));
    let resources = '';
    let node = root === undefined ? '' : this.resolve(entry(this.dict(root), 'Pages'));
    for (let depth = 0; depth < 40 && node !== ''; depth += 1) {
      resources = this.resolve(entry(node, 'Resources')) || resources;
      const kids = this.resolve(entry(node, 'Kids'));
      if (kids === '') return { page: node, resources };
      node = this.resolve(kids.replace(/^\s*\[/, ''));
    }
    return null;
  }
}
