import { isDate, type Instant, type Meeting } from '@/domain';
import { subjectOf } from './kinds/input';

/** What an entry in a calendar is made of. */
export interface CalendarInput {
  readonly meeting: Pick<Meeting, 'id' | 'kind' | 'date' | 'time' | 'place' | 'state'>;
  /** How long it is planned to last. */
  readonly minutes: number;
  /** The moment the file is made. */
  readonly now: Instant;
}

/** Vietnam has one clock all year. */
const ZONE = ['BEGIN:VTIMEZONE', 'TZID:Asia/Ho_Chi_Minh', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'];
const PREPARE = 'Đồng chí nghiên cứu tài liệu, chuẩn bị ý kiến phát biểu và đến đúng giờ.';
const REMINDERS: readonly (readonly [string, string])[] = [['-P1D', 'Ngày mai có buổi họp'], ['-PT2H', 'Hai giờ nữa có buổi họp']];
const OCTETS = 75;
const EPOCH = Date.UTC(2026, 0, 1);

/** [ICS-1] A text value: backslash, semicolon and comma are escaped, a line's end is `\n`, other control characters are dropped. Source: RFC 5545 §3.3.11. */
export const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what may not be there
  text.normalize('NFC').replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const octets = (letter: string): number => new TextEncoder().encode(letter).length;

/** [ICS-2] A content line of at most 75 octets each, never cut inside a letter; what goes on begins with a space. Source: RFC 5545 §3.1. */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let part = '';
  let room = OCTETS;
  for (const letter of line) {
    const size = octets(letter);
    if (size > room) {
      folded.push(part);
      part = ' ';
      room = OCTETS - 1;
    }
    part += letter;
    room -= size;
  }
  return [...folded, part].join('\r\n');
}

const stamp = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * A meeting for the calendar (.ics); null while its day or time is not known. It says the kind of meeting, when and where, and no word of what it
 * is about: calendars are kept on other people's servers.
 *
 * [ICS-3] One meeting keeps one UID, its random id; a file made later has a higher SEQUENCE, so that a changed day replaces the old one.
 * [ICS-4] Reminders one day and two hours before. No METHOD: it is an entry to keep, not a request to answer. Source: RFC 5545 §3.6.1, §3.8.7.4.
 */
export function calendarFile({ meeting, minutes, now }: CalendarInput): string | null {
  const { id, date, time, place, state } = meeting;
  if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const begin = `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
  const made = Date.parse(now);
  const subject = subjectOf(meeting);
  const cancelled = state === 'cancelled';
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//So Chi bo//VI', 'CALSCALE:GREGORIAN', ...ZONE,
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}@so-chi-bo`,
    `DTSTAMP:${stamp(made)}`,
    `SEQUENCE:${Math.max(0, Math.floor((made - EPOCH) / 60_000))}`,
    `DTSTART;TZID=Asia/Ho_Chi_Minh:${begin}`,
    `DURATION:PT${Math.max(1, Math.round(minutes))}M`,
    `SUMMARY:${escapeText(subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1))}`,
    ...(place.trim() === '' ? [] : [`LOCATION:${escapeText(place.trim())}`]),
    `DESCRIPTION:${escapeText(PREPARE)}`,
    'CLASS:PRIVATE',
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(cancelled ? [] : REMINDERS.flatMap(([before, text]) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${before}`, `DESCRIPTION:${escapeText(text)}`, 'END:VALARM'])),
    'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
