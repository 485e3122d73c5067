/** One step through a text of XML: the name of a tag without its prefix, or words. */
export type XmlStep =
  | { readonly kind: 'open' | 'close' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'text'; readonly text: string };

/** A part that is no XML that we take: thrown inside this folder only. */
export class NotXml extends Error {}

const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const letter = (code: number): string => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd');

/** Words without entities. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi, (_, hex?: string, decimal?: string, name?: string) => (hex ? letter(Number.parseInt(hex, 16)) : decimal ? letter(Number(decimal)) : (ENTITY[name ?? ''] ?? '\ufffd')));

/** The end of a tag: the first ">" outside of quotes. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  throw new NotXml();
}

/** An attribute's value by its name without prefix; '' where there is none. */
export const attributeOf = (attributes: string, name: string): string => {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return unescapeXml(found?.[1] ?? found?.[2] ?? '');
};

/**
 * Walks through XML. Prefixes are passed over, so that words under another prefix are words all the same; what could hide words (a document
 * type, entities of one's own, CDATA) is not taken. @throws NotXml
 */
export function* stepsOfXml(xml: string): Generator<XmlStep> {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    if (open !== at) {
      yield { kind: 'text', text: unescapeXml(xml.slice(at, open < 0 ? xml.length : open)) };
      if (open < 0) return;
    }
    if (xml.startsWith('<?', open) || xml.startsWith('<!--', open)) {
      const end = xml.startsWith('<?', open) ? '?>' : '-->';
      const closed = xml.indexOf(end, open);
      if (closed < 0) throw new NotXml();
      at = closed + end.length;
      continue;
    }
    if (xml[open + 1] === '!') throw new NotXml();
    const end = endOfTag(xml, open + 1);
    const inside = xml.slice(open + 1, end);
    const [, slash = '', whole = '', attributes = ''] = /^(\/?)([\w.:-]+)([\s\S]*)$/.exec(inside) ?? [];
    if (whole === '') throw new NotXml();
    yield { kind: slash === '/' ? 'close' : inside.endsWith('/') ? 'empty' : 'open', name: whole.slice(whole.indexOf(':') + 1), attributes };
    at = end + 1;
  }
}
