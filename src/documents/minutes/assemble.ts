import { closingPieces } from './closing';
import { contentPieces } from './content';
import { contextOf, toSection } from './context';
import { dateText, monthText, quarterText } from './format.vi';
import { openingPieces } from './opening';
import { SUBJECT, TITLE, wordsOf } from './phrases.vi';
import type { MinutesDraft, MinutesInput } from './types';

/**
 * Writes the minutes (biên bản) from the records, in the order of facts.md §3.1. Pure: the same records, the same text.
 * [MIN-1] Whole sentences, no empty section; what is not known is left out or said to be missing.
 * [MIN-2] What a restricted step holds is in no minutes: only that it took place, how long, with how many contributions.
 * [MIN-3] For the committee, what internal steps hold is left out, too.
 */
export function assembleMinutes(input: MinutesInput): MinutesDraft {
  const ctx = contextOf(input);
  const { date, kind } = ctx.meeting;
  const pieces = [...openingPieces(ctx), ...contentPieces(ctx), ...closingPieces(ctx)];
  return {
    title: TITLE,
    subject: wordsOf(SUBJECT, kind, SUBJECT.regular)({ month: monthText(date), quarter: quarterText(date), date: dateText(date) }).trim(),
    sections: pieces.filter((one) => one.lines.length > 0).map(toSection),
    slots: pieces.filter((one) => !one.hidden).map(({ id, part, heading, trimmed }) => ({ id, part, heading, trimmed })),
  };
}
