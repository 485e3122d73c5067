import { dateInVietnam, isDate, quarterNumeral, type CalendarDate, type Instant } from '@/domain';

/*
 * [MIN-5] Numbers, dates and times as a Party document writes them, and text made fit for one. A document is in Vietnamese
 * whatever the language of the screen, so nothing here asks for a locale.
 */

/* Characters that XML refuses, that nobody sees, or that turn the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** A text as typed, cleaned: NFC, no characters that a document cannot hold, lines trimmed, empty lines gone. */
export function lines(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Something is said: more than dashes and full stops. */
const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A text as one line, to stand inside a sentence: without stray marks at its ends. */
export function phrase(text: unknown): string {
  const line = lines(text).join(' ').replace(/^[.,;:\s]+|[.,;:\s]+$/g, '');
  return says(line) ? line : '';
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
/** The first letter small, unless the word is an abbreviation ("UBND"). */
export const lowerFirst = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1));

/** A line as a sentence: begins with a capital, ends with a mark. A list item keeps its dash. */
export function sentence(line: string): string {
  const [, dash = '', rest = ''] = /^([-+–•*]\s+)?(.*)$/su.exec(line) ?? [];
  const text = upperFirst(rest.trim());
  if (!says(text)) return '';
  return `${dash === '' ? '' : dash.startsWith('+') ? '+ ' : '- '}${text}${/[.!?…:;]["”»)]?$/u.test(text) ? '' : '.'}`;
}

/** A text as whole sentences, one a line. */
export const sentences = (text: unknown): string[] => lines(text).map(sentence).filter((line) => line !== '');
/** A text as whole sentences on one line. */
export const oneLine = (text: unknown): string =>
  lines(text).map((line) => sentence(line.replace(/^[-+–•*]\s+/u, ''))).filter((line) => line !== '').join(' ');

/** A whole number, zero or more; anything else reads as 0. */
export const whole = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0);

/** A count as documents write it: two digits at least ("03"), and a bare 0. */
export const count = (value: unknown): string => (whole(value) === 0 ? '0' : String(whole(value)).padStart(2, '0'));

/** "89,3", "1.234,5": at most one decimal. */
export function decimal(value: number): string {
  const [int = '0', frac = '0'] = (Number.isFinite(value) ? Math.abs(value) : 0).toFixed(1).split('.');
  const grouped = int.replace(/\B(?=(\d{3})+$)/g, '.');
  return frac === '0' ? grouped : `${grouped},${frac}`;
}

/** "86,7%". */
export const percent = (value: number): string => `${decimal(value)}%`;

/** "02", "3", "11": the month is padded only where 1 and 2 could be taken for the start of another number (facts.md §3.4 [V2] S25). */
const month = (value: number): string => (value < 3 ? `0${value}` : String(value));

/** "tháng 11 năm 2026"; empty for what is no date. */
export const monthText = (date: CalendarDate): string => (isDate(date) ? `tháng ${month(Number(date.slice(5, 7)))} năm ${date.slice(0, 4)}` : '');
/** "quý IV năm 2026"; empty for what is no date. */
export const quarterText = (date: CalendarDate): string =>
  isDate(date) ? `quý ${quarterNumeral(Math.ceil(Number(date.slice(5, 7)) / 3))} năm ${date.slice(0, 4)}` : '';
/** "ngày 05 tháng 02 năm 2026"; empty for what is no date. */
export const dateText = (date: unknown): string =>
  typeof date === 'string' && isDate(date) ? `ngày ${date.slice(8, 10)} ${monthText(date)}` : '';

/** "14 giờ 05 phút" of HH:mm; empty for what is no time. */
export function clockText(time: unknown): string {
  const match = typeof time === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) : null;
  return match ? `${match[1]} giờ ${match[2]} phút` : '';
}

/** A moment as the clock on a Vietnamese wall, HH:mm, and its day; null for what is no moment. */
export function onTheWall(instant: Instant | null): { readonly date: CalendarDate; readonly time: string } | null {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  if (Number.isNaN(at)) return null;
  const shifted = new Date(at + 7 * 3_600_000);
  return Number.isNaN(shifted.getTime()) ? null : { date: dateInVietnam(instant as Instant), time: shifted.toISOString().slice(11, 16) };
}
