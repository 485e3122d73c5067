import { addDays, addMonths, dayInMonth, daysBetween, monthOf, type CalendarDate } from '@/domain';

/** Usual times to have something done by, of a meeting's date: in 15 days, the end of the month, the day before the next meeting. */
export interface DueChoice {
  readonly name: 'days15' | 'monthEnd' | 'nextMonthEnd' | 'beforeNext';
  readonly date: CalendarDate;
}

/** Less than a week to the end of the month is no time to do anything in: the next month's end is meant then. */
const TOO_SHORT = 7;

/** The choices for a meeting, soonest first, no date twice. @param meetingDay the cell's fixed day of the month, if it has one */
export function dueChoices(date: CalendarDate, meetingDay: number | null): DueChoice[] {
  const month = monthOf(date);
  const next = addMonths(month, 1);
  const monthEnd = dayInMonth(month, 31);
  const choices: DueChoice[] = [
    daysBetween(date, monthEnd) >= TOO_SHORT ? { name: 'monthEnd', date: monthEnd } : { name: 'nextMonthEnd', date: dayInMonth(next, 31) },
    { name: 'beforeNext', date: addDays(dayInMonth(next, meetingDay ?? Number(date.slice(8))), -1) },
    { name: 'days15', date: addDays(date, 15) },
  ];
  return choices.filter((one, index) => choices.findIndex((other) => other.date === one.date) === index).sort((a, b) => (a.date < b.date ? -1 : 1));
}
