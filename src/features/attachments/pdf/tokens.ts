/** One thing of a page's drawing: an operator, a name with its slash, a number, a string of codes, or the signs around a list. */
export type Token = { readonly op: string } | { readonly name: string } | { readonly number: number } | { readonly codes: string };

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' };

/** A string in round brackets from `from` on: what it says, and where it ends. */
function literal(text: string, from: number): [codes: string, end: number] {
  let codes = '';
  let depth = 1;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? '';
      codes += octal ? String.fromCharCode(parseInt(octal, 8) & 255) : (ESCAPES[next] ?? next);
      at += octal ? octal.length : 1;
      continue;
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0) break;
    codes += sign;
  }
  return [codes, at + 1];
}

/** Reads a page's drawing, thing by thing. */
export function* tokens(text: string): Generator<Token> {
  const word = /[^\s()<>[\]/%]+/y;
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    if (sign === '(') {
      const [codes, end] = literal(text, at);
      at = end;
      yield { codes };
    } else if (sign === '<' && text[at + 1] !== '<') {
      const end = (text.indexOf('>', at) + 1 || text.length + 1) - 1;
      const hex = text.slice(at + 1, end).replace(/[^0-9A-Fa-f]/g, '');
      at = end + 1;
      yield { codes: (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('') };
    } else if (sign === '%') at = (text.indexOf('\n', at) + 1 || text.length + 1) - 1;
    else if (sign === '[' || sign === ']') {
      at += 1;
      yield { op: sign };
    } else {
      word.lastIndex = at + (sign === '/' ? 1 : 0);
      const found = word.exec(text)?.[0] ?? '';
      at += Math.max(1, found.length + (sign === '/' ? 1 : 0));
      if (sign === '/') yield { name: found };
      else if (/^[-+]?\d*\.?\d*$/.test(found) && /\d/.test(found)) yield { number: Number(found) };
      else if (found !== '') {
        // A picture inside the drawing is no words.
        if (found === 'ID') at = (text.indexOf('EI', at) + 1 || text.length + 1) + 1;
        yield { op: found };
      }
    }
  }
}
