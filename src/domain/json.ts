/** A JSON value: all that a record's field may hold and all that crosses the wire. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * [DOC-1] One text for one value: keys sorted, strings in NFC, no white space, `undefined` left out.
 * Content hashes are taken over this, so that the phone and the server agree to the byte.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v as Json)).join(',')}]`;
  const record = value as { readonly [key: string]: Json | undefined };
  const parts = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key.normalize('NFC'))}:${canonicalJson(record[key])}`);
  return `{${parts.join(',')}}`;
}

/** True when two values are the same by content. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
