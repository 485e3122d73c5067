import { committeeOn, isDate, monthsOf, plannedOn, quarterNumeral, themeOn, type CalendarDate, type Cell, type Member, type PlannedTheme, type YearPlan } from '@/domain';
import type { Block, PartyDocument } from '../form';
import { bareName } from '../minutes/context';
import { phrase } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { comrade } from '../minutes/phrases.vi';
import { cellSigner, documentOf, numberLine, part, placeDate, recipients, text } from './input';
import { foot } from './phrases.vi';
import { yearPlan as say } from './year-plan-phrases.vi';

/** What the year plan as a document is composed from. */
export interface YearPlanInput {
  readonly plan: YearPlan;
  readonly cell: Cell;
  readonly members: readonly Member[];
  /** Days before a meeting by which documents go out, by the procedure. */
  readonly leadDays: number;
  readonly today: CalendarDate;
}

const slashed = (date: CalendarDate | null): string => (date && isDate(date) ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : say.gap);

function fixedWords({ fixed }: YearPlan): string {
  if (!fixed) return '';
  return 'day' in fixed ? say.day(fixed.day) : say.nth(say.weekdays[fixed.weekday - 1] ?? '', say.weeks[fixed.week - 1] ?? '');
}

function monthsTable({ plan, cell }: YearPlanInput): Block {
  const note = (month: string): string => {
    const moved = plan.moved[month];
    const theme = plan.themes.find(({ withMonth }) => withMonth === month);
    return [moved ? say.moved(phrase(moved.why)) : '', theme ? say.withTheme(quarterNumeral(theme.quarter)) : ''].filter(Boolean).join('; ');
  };
  return {
    kind: 'table',
    columns: [{ head: say.head.month, width: 17, align: 'center' }, ...(cell.hasCommittee ? [{ head: say.head.committee, width: 32, align: 'center' as const }] : []), { head: say.head.cell, width: 32, align: 'center' }, { head: say.head.note, width: cell.hasCommittee ? 84 : 116 }],
    rows: monthsOf(plan.year)
      .filter((month) => month >= plan.since)
      .map((month) => [String(Number(month.slice(5))), ...(cell.hasCommittee ? [slashed(committeeOn(plan, month))] : []), slashed(plannedOn(plan, month)), note(month)]),
  };
}

function themesTable({ plan, members }: YearPlanInput): Block {
  const presenter = ({ presenterId }: PlannedTheme): string => {
    const name = bareName(members.find(({ id }) => id === presenterId)?.name);
    return name === '' ? say.gap : comrade(name);
  };
  return {
    kind: 'table',
    columns: [{ head: say.head.quarter, width: 17, align: 'center' }, { head: say.head.theme, width: 76 }, { head: say.head.presenter, width: 40 }, { head: say.head.on, width: 32, align: 'center' }],
    rows: plan.themes
      .filter(({ quarter }) => `${plan.year}-${String(quarter * 3).padStart(2, '0')}` >= plan.since)
      .map((theme) => [quarterNumeral(theme.quarter), phrase(theme.theme) || say.gap, presenter(theme), slashed(themeOn(plan, theme))]),
  };
}

/**
 * [FORM-7] The year plan as a document (kế hoạch): from the month in which it was made on; what is not known is a gap to write into.
 * Pure: the same plan, the same document. Source: facts.md §1.0 [V] S00 2.2 for what it holds, §3.4 for its form; its words are ours.
 */
export function yearPlanForm(input: YearPlanInput): PartyDocument {
  const { plan, cell, members, leadDays, today } = input;
  const visits = plan.visits.filter(({ who, on, madeOn }) => phrase(who) !== '' && (on ?? madeOn) !== null);
  return documentOf({
    head: { superior: phrase(cell.superior), cell: cellTitle(cell.name), number: numberLine('KH'), placeDate: placeDate(cell.placeName, today) },
    on: today,
    title: say.title,
    subject: say.subject(plan.year),
    blocks: [
      text(say.opening(cellTitle(cell.name), plan.year), true),
      part(say.regular),
      text(say.each(fixedWords(plan))),
      ...(cell.hasCommittee && plan.committeeDays !== null ? [text(say.committee(plan.committeeDays))] : []),
      ...(plan.unitDay === null ? [] : [text(say.unit(plan.unitDay))]),
      monthsTable(input),
      part(say.thematic),
      text(say.quarterly(leadDays)),
      themesTable(input),
      ...(visits.length === 0 ? [] : [part(say.visits), ...visits.map(({ who, on, madeOn }) => text(`- ${slashed(on ?? madeOn)}: ${phrase(who)}.`))]),
    ],
    left: recipients(phrase(cell.superior) === '' ? '' : foot.toReport(phrase(cell.superior)), foot.members(cell.hasCommittee)),
    right: cellSigner(cell, members, today),
  });
}
