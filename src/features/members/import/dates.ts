import { isDate, parseDate, type CalendarDate } from '@/domain';
import { cellText, type Cell } from './sheet';

/** A date as read from a cell: the date, or why there is none. An empty cell has neither. */
export interface DateReading {
  readonly date: CalendarDate | null;
  readonly problem?: 'dateUnreadable' | 'yearOnly';
}

const none: DateReading = { date: null };
const unreadable: DateReading = { date: null, problem: 'dateUnreadable' };
const yearOnly: DateReading = { date: null, problem: 'yearOnly' };
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

/** The day of a serial number as Excel counts them (1 = 1 January 1900, with the 29 February 1900 that never was). */
function fromSerial(serial: number): CalendarDate | null {
  const time = (Math.floor(serial) - 25_569) * 86_400_000;
  const date = Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : '';
  return isDate(date) ? date : null;
}

/**
 * [IMP-12] Reads a date as a register holds it: a date of Excel, its serial number, a text in any form that people
 * write, or only a year or a month, which is too little for a date.
 * @param latest the last day that a two-digit year may mean; `3/2/85` is 1985, `3/2/21` in a date of joining is 2021
 */
export function readDateCell(cell: Cell | undefined, latest: CalendarDate = '2099-12-31'): DateReading {
  if (cell instanceof Date) return found(Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10));
  if (typeof cell === 'number') return readNumber(cell);
  const text = cellText(cell);
  if (/^(-|–|x|0|…|\.+|chưa( có)?|không( có| rõ)?)?$/i.test(text)) return none;
  return readText(text, latest);
}

function found(date: CalendarDate | null): DateReading {
  return date !== null && isDate(date) ? { date } : unreadable;
}

function readNumber(value: number): DateReading {
  if (value === 0) return none;
  if (isYear(value)) return yearOnly;
  if (value > 2200 && value < 80_000) return found(fromSerial(value));
  // 5021980 or 15021980: a date typed without separators.
  return Number.isInteger(value) && value > 1_000_000 ? readText(String(value).padStart(8, '0'), '') : unreadable;
}

function readText(text: string, latest: CalendarDate): DateReading {
  const clean = text.toLowerCase().replace(/^(sinh )?(ngày|ngay)\s+(?=\d)|^sinh (?=tháng)/, '').replace(/[,;.\s]+$/, '').replace(/\s+\d{1,2}:\d{2}(:\d{2})?( [ap]m)?$/, '');
  const date = parseDate(clean) ?? parseDate(clean.replace(/[\\\s]*[-/.\\,][\s]*/g, '/')) ?? parseDate(clean.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3'));
  if (date !== null) return { date };
  const short = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})$/.exec(clean);
  if (short) {
    const [, day, month, year] = short;
    const near = parseDate(`${day}/${month}/20${year}`);
    return found(near !== null && near <= latest ? near : parseDate(`${day}/${month}/19${year}`));
  }
  if (/^\d{4}$/.test(clean)) return isYear(Number(clean)) ? yearOnly : unreadable;
  return /^(tháng\s+)?(0?[1-9]|1[0-2])\s*([-/.]|năm)\s*(19|20)\d{2}$|^(sinh\s+)?năm\s+(19|20)\d{2}$/.test(clean) ? yearOnly : unreadable;
}

/** Both dates of a cell that holds the date of joining and the date of recognition; null for any other cell. */
export function readTwoDates(cell: Cell | undefined, latest: CalendarDate): [CalendarDate, CalendarDate] | null {
  if (typeof cell !== 'string') return null;
  const parts = [...cell.matchAll(/\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}/g)].map(([part]) => readText(part, latest).date);
  const [first, second] = parts;
  return parts.length === 2 && first && second ? [first, second] : null;
}
