import type { Directive, Guidance } from './directive';
import { chosen } from './profile';
import type { Fields } from './records';

/** What the committee has said of the guidance to follow, in the order in which it was said. */
export const guidanceGiven = (directives: readonly Directive[]): readonly Guidance[] =>
  directives.filter((one): one is Guidance => one.kind === 'guidance').sort((a, b) => a.seq - b.seq);

/**
 * [CELL-3] The values of the cell's record with the committee's choice of profile and frame in them. From the first day for which the committee
 * has chosen, the cell's own choices count for nothing; before it they stand. Said twice for the same day, the later word holds.
 * Source: the owner's order that the committee sets it, and only without one the cell.
 * @param cell values of the cell's record, as `profileOn` and `frameOn` read them
 */
export function withGuidance(cell: Fields, directives: readonly Directive[]): Fields {
  const said = guidanceGiven(directives);
  let fields = cell;
  for (const name of ['profile', 'frame'] as const) {
    const choices = said.filter((one) => one[name] !== null);
    if (choices.length === 0) continue;
    const first = choices.map(({ from }) => from).sort()[0]!;
    const own = chosen(fields, name).filter(({ from }) => from >= first).map(({ from }) => `${name}/${from}`);
    const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => !own.includes(field)));
    fields = { ...kept, ...Object.fromEntries(choices.map((one) => [`${name}/${one.from}`, one[name]!])) };
  }
  return fields;
}

/**
 * [WORD-2] The wording that the committee has published, with the cell's own over it. A text that was taken back, or that the cell left empty, is none.
 * @param own values of the wording record
 */
export function withPublished(own: Fields, directives: readonly Directive[]): Fields {
  const published = Object.assign({}, ...guidanceGiven(directives).map(({ wording }) => wording)) as Fields;
  const entered = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== '' && value !== null));
  return { ...published, ...entered };
}
