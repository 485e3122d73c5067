import vni from './old-fonts-vni.json';

/** The VNI code (VNI-Times and the like): a vowel, and after it a Western letter for its mark; a few letters stand alone. In small letters. */
const table = new Map<string, string>(Object.entries(vni));

/** Turns a text in the VNI code into Unicode. A capital vowel makes a capital, whichever way its mark is written. */
export function decodeVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const pair = table.get((letter + text.charAt(at + 1)).toLowerCase());
    const found = pair ?? table.get(letter.toLowerCase()) ?? letter;
    out += letter === letter.toLowerCase() ? found : found.toUpperCase();
    if (pair !== undefined) at += 1;
  }
  return out;
}
