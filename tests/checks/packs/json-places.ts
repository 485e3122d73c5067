/** Where in a JSON text each value stands, so that a fault can be named by line and column. */

/** A place in a text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  constructor(
    readonly what: 'value' | 'comma' | 'colon' | 'key' | 'string' | 'end' | 'twice',
    readonly offset: number,
    readonly found: string,
  ) {
    super(what);
  }
}

export interface PlacedJson {
  value: unknown;
  /** Of a path as valibot gives it (`phases`, `0`, `steps`); a path that is not there has the place of the nearest that is. */
  placeOf(path: readonly (string | number)[]): Place;
}

const key = (path: readonly (string | number)[]): string => path.map(String).join('\u0000');

/** The place of an offset. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Reads a JSON text. @throws JsonFault at the first thing that is no JSON, and where an object names something twice */
export function parsePlaced(text: string): PlacedJson {
  const places = new Map<string, number>();
  let at = 0;
  const fault = (what: JsonFault['what']): never => {
    throw new JsonFault(what, at, text[at] ?? '');
  };
  const space = (): void => {
    while (/[\s\uFEFF]/.test(text[at] ?? '')) at += 1;
  };
  const string = (): string => {
    const match = /"(?:[^"\\\p{Cc}]|\\.)*"/uy;
    match.lastIndex = at;
    const [found] = match.exec(text) ?? fault('string');
    try {
      const read = JSON.parse(found ?? '') as string;
      at += (found ?? '').length;
      return read;
    } catch {
      return fault('string');
    }
  };
  const list = (close: string, item: (index: number) => void): void => {
    at += 1;
    space();
    for (let index = 0; text[at] !== close; index += 1) {
      if (at >= text.length) fault('end');
      item(index);
      space();
      if (text[at] === close) break;
      if (text[at] !== ',') fault(at >= text.length ? 'end' : 'comma');
      at += 1;
      space();
      if (text[at] === close) fault('value');
    }
    at += 1;
  };
  const read = (path: readonly (string | number)[]): unknown => {
    space();
    if (!places.has(key(path))) places.set(key(path), at);
    const start = text[at];
    if (start === '{') {
      const object: Record<string, unknown> = {};
      list('}', () => {
        const named = at;
        if (text[at] !== '"') fault('key');
        const name = string();
        if (Object.hasOwn(object, name)) {
          at = named;
          fault('twice');
        }
        space();
        if (text[at] !== ':') fault('colon');
        at += 1;
        object[name] = read([...path, name]);
      });
      return object;
    }
    if (start === '[') {
      const array: unknown[] = [];
      list(']', (index) => array.push(read([...path, index])));
      return array;
    }
    if (start === '"') return string();
    const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
    word.lastIndex = at;
    const [found] = word.exec(text) ?? fault(at >= text.length ? 'end' : 'value');
    at += (found ?? '').length;
    return JSON.parse(found ?? 'null') as unknown;
  };
  const value = read([]);
  space();
  if (at < text.length) fault('value');
  return {
    value,
    placeOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const offset = places.get(key(path.slice(0, length)));
        if (offset !== undefined) return placeAt(text, offset);
      }
      return { line: 1, column: 1 };
    },
  };
}
