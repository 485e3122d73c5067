import { profileOf, stepsOf, withPublished, type CalendarDate, type Guidance, type Step } from '@/domain';
import { allFrames, allProcedures, procedureFor } from '@/packs';
import type { GuidanceView } from '@/sync/committee';

/** Most texts of wording that go in one word, as the protocol has it; longest text, in characters. */
export const MOST_TEXTS = 60;
export const LONGEST_TEXT = 2000;

/** Texts by `<procedure>/<step>/<part>`. */
export type Texts = Readonly<Record<string, string>>;
type Choice = 'profile' | 'frame';

/** [CELL-3] The word that holds on a day for profile or frame: the latest first day that has come, of two for one day the later word. `said`: newest first. */
export const holding = (said: readonly GuidanceView[], choice: Choice, on: CalendarDate): GuidanceView | undefined =>
  said.filter((one) => one[choice] !== null && one.from <= on).sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0];

/** The words whose first day is still to come, the nearest first; of two for one day only the later. */
export const coming = (said: readonly GuidanceView[], choice: Choice, on: CalendarDate): readonly GuidanceView[] =>
  said
    .filter((one, index) => one[choice] !== null && one.from > on && !said.slice(0, index).some((later) => later[choice] !== null && later.from === one.from))
    .sort((a, b) => (a.from < b.from ? -1 : 1));

const asGuidance = ({ id, issuedAt, person, from, profile, frame, wording }: GuidanceView, seq: number): Guidance => ({ kind: 'guidance', id, seq, issuedAt, issuedBy: { committee: '', person }, seen: true, from, profile, frame, wording });

/** [WORD-2] The texts that stand published in the cells' books. `said`: newest first. */
export const publishedIn = (said: readonly GuidanceView[]): Texts =>
  Object.fromEntries(Object.entries(withPublished({}, [...said].reverse().map(asGuidance))).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));

/** What of the drafts says something other than what is published, as it is sent. */
export const unsent = (drafts: Texts, published: Texts): Texts =>
  Object.fromEntries(Object.entries(drafts).flatMap(([field, text]) => (text.trim() === (published[field] ?? '') ? [] : [[field, text.trim()] as const])));

/** The regular procedures: a profile each. */
export const profiles = (): { id: string; basis: string; effectiveFrom: CalendarDate }[] =>
  allProcedures()
    .filter(({ kind }) => kind === 'regular')
    .map(({ id, basis, effectiveFrom }) => ({ id: profileOf(id), basis, effectiveFrom }));

/** A profile by the document it follows; one that this app does not carry by its name. */
export const basisOf = (profile: string): string => procedureFor('regular', profile)?.basis ?? profile;

/** A frame's title and basis; one that this app does not carry by its name. */
export function frameTitle(id: string): string {
  const frame = allFrames().find((one) => one.id === id);
  return frame ? `${frame.title}: ${frame.basis}` : id;
}

/** The step that a field of wording belongs to, and its procedure's title; undefined where this app does not carry it. */
export function placeOf(field: string): { procedure: string; step: Step; part: string } | undefined {
  const [id, stepId, part = ''] = field.split('/');
  const procedure = allProcedures().find((one) => one.id === id);
  const step = procedure && stepsOf(procedure).find((one) => one.id === stepId);
  return step && { procedure: procedure.title, step, part };
}
