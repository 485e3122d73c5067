import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingId } from '@/domain';
import { calendarFile, escapeText, foldLine, type CalendarInput } from './calendar';
import { calendarFileName } from './share';

interface Part {
  readonly name: string;
  readonly props: Map<string, { value: string; params: string }>;
  readonly parts: Part[];
}

/** A reader of calendar files of its own: unfolds, takes components apart, undoes escapes. */
function parse(file: string): Part {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean).map((line) => /^([A-Z-]+)((?:;[^:;]+)*):(.*)$/.exec(line));
  expect(lines).not.toContain(null);
  const root: Part = { name: '', props: new Map(), parts: [] };
  const open = [root];
  for (const [, name = '', params = '', value = ''] of lines.map((line) => line ?? [])) {
    if (name === 'BEGIN') {
      const part: Part = { name: value, props: new Map(), parts: [] };
      open.at(-1)!.parts.push(part);
      open.push(part);
    } else if (name === 'END' && open.at(-1)!.name === value) open.pop();
    else open.at(-1)!.props.set(name, { value: unescape(value), params });
  }
  expect(open).toHaveLength(1);
  return root.parts[0]!;
}
const unescape = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));

const INPUT: CalendarInput = {
  meeting: { id: 'k3v9' as MeetingId, kind: 'regular', date: '2026-11-24', time: '14:00', place: 'Phòng họp tầng 2; nhà A, số 5', state: 'planned' },
  minutes: 90,
  now: '2026-11-20T01:02:03.456Z',
};
const eventOf = (input: CalendarInput): Part => parse(calendarFile(input)!).parts.find(({ name }) => name === 'VEVENT')!;
const value = (part: Part, name: string): string | undefined => part.props.get(name)?.value;

describe('a meeting in a calendar', () => {
  it('[ICS-1] reads back: zone, day, length, place, one day and two hours before, and nothing of what it is about', () => {
    const calendar = parse(calendarFile(INPUT)!);
    expect([calendar.name, value(calendar, 'VERSION'), calendar.props.has('METHOD')]).toEqual(['VCALENDAR', '2.0', false]);
    expect(calendar.parts.map(({ name }) => name)).toEqual(['VTIMEZONE', 'VEVENT']);
    expect([value(calendar.parts[0]!, 'TZID'), value(calendar.parts[0]!.parts[0]!, 'TZOFFSETTO')]).toEqual(['Asia/Ho_Chi_Minh', '+0700']);
    const event = eventOf(INPUT);
    expect(event.props.get('DTSTART')).toEqual({ params: ';TZID=Asia/Ho_Chi_Minh', value: '20261124T140000' });
    expect(Object.fromEntries(['DTSTAMP', 'DURATION', 'SUMMARY', 'LOCATION', 'STATUS', 'CLASS'].map((name) => [name, value(event, name)]))).toEqual({
      DTSTAMP: '20261120T010203Z', DURATION: 'PT90M', SUMMARY: 'Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026', LOCATION: 'Phòng họp tầng 2; nhà A, số 5', STATUS: 'CONFIRMED', CLASS: 'PRIVATE',
    });
    expect(calendarFileName(INPUT.meeting)).toBe('lich-hop-2026-11-24-thuong-ky.ics');
  });

  it('[ICS-3] keeps its UID when the day changes, and a later file is of a higher sequence', () => {
    const moved = eventOf({ ...INPUT, meeting: { ...INPUT.meeting, date: '2026-11-25' }, now: '2026-11-20T01:05:00.000Z' });
    const first = eventOf(INPUT);
    expect(value(moved, 'UID')).toBe(value(first, 'UID'));
    expect(Number(value(moved, 'SEQUENCE'))).toBeGreaterThan(Number(value(first, 'SEQUENCE')));
    expect(value(first, 'UID')).toBe('k3v9@so-chi-bo');
  });

  it('[ICS-4] reminds one day and two hours before; a meeting called off is cancelled and reminds of nothing', () => {
    expect(eventOf(INPUT).parts.map((alarm) => [alarm.name, value(alarm, 'ACTION'), value(alarm, 'TRIGGER')])).toEqual([['VALARM', 'DISPLAY', '-P1D'], ['VALARM', 'DISPLAY', '-PT2H']]);
    const cancelled = eventOf({ ...INPUT, meeting: { ...INPUT.meeting, state: 'cancelled' } });
    expect([value(cancelled, 'STATUS'), cancelled.parts]).toEqual(['CANCELLED', []]);
  });

  it('is not made without a day or a time', () => {
    for (const wrong of [{ date: '2026-02-30' }, { date: '' }, { time: '' }, { time: '24:00' }, { time: '1400' }]) expect(calendarFile({ ...INPUT, meeting: { ...INPUT.meeting, ...wrong } })).toBeNull();
  });

  it('[ICS-2] whatever the place is called, no line is longer than 75 octets, no letter is cut, and it reads back', () => {
    const letters = fc.constantFrom('ế', 'Đ', 'ữ', '𠀀', 'a', ' ', '\\', ';', ',', '\n', '\r', ':', '"', 'n');
    const text = fc.array(letters, { maxLength: 300 }).map((all) => all.join(''));
    fc.assert(fc.property(text, (place) => {
      const file = calendarFile({ ...INPUT, meeting: { ...INPUT.meeting, place } })!;
      const lines = file.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]|[\uD800-\uDBFF]$|^ ?[\uDC00-\uDFFF]/);
      }
      expect(value(eventOf({ ...INPUT, meeting: { ...INPUT.meeting, place } }), 'LOCATION') ?? '').toBe(place.trim().replace(/\r\n?/g, '\n'));
    }));
    fc.assert(fc.property(text, (line) => {
      const content = line.replace(/[\r\n]/g, '');
      expect(foldLine(content).replaceAll('\r\n ', '')).toBe(content);
      expect(unescape(escapeText(line))).toBe(line.replace(/\r\n?/g, '\n'));
    }));
  });
});
