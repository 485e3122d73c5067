import type { PartyDocument } from '../form';
import { contextOf } from '../minutes/context';
import { dateText, phrase, sentence } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { documentOf, headOf, heldOf, point, secretarySigner, signer, subjectOf, text, type KindInput } from './input';
import { paragraphs } from './minutes';
import { extract as say, foot } from './phrases.vi';

/**
 * [FORM-4] Extract of minutes (trích biên bản): chosen sections of the copy that may leave the cell, word for word, so that one matter can be sent without
 * the rest. Source: facts.md §3.1 [V] S15.
 * @param sections ids of the sections, kept in the order of the minutes
 */
export function extractForm(input: KindInput, sections: readonly string[]): PartyDocument {
  const { meeting, cell, outward, today } = input;
  const chosen = outward.sections.filter(({ id }) => sections.includes(id));
  return documentOf({
    head: headOf(input, today),
    on: today,
    title: say.title,
    subject: subjectOf(meeting),
    blocks: [
      text(sentence(say.of({ date: dateText(meeting.date), cell: cellTitle(cell.name), held: heldOf(meeting), place: phrase(meeting.place) }))),
      text(say.follows, true),
      ...chosen.flatMap((section) => [point(phrase(section.heading)), ...paragraphs(section.text)]),
      text(say.true),
    ],
    left: signer(foot.clerk, contextOf(input).name(meeting.clerkId)),
    right: secretarySigner(input),
  });
}

