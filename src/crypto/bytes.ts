/** Bytes and texts. Everything here is plain coding, no secret is involved. */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bytes backed by an ArrayBuffer of their own: what WebCrypto and IndexedDB take. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Text to UTF-8. */
export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;
/** UTF-8 to text. @throws TypeError on bytes that are none. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Bytes to base64 (standard alphabet, padded). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Base64 to bytes. @throws DOMException on text that is none. */
export function fromBase64(text: string): Bytes {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Bytes to lower-case hex. */
export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Cryptographically random bytes. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
