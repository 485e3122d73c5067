import { mayStandBeneath, meets, BODY_KINDS, type BodyAct, type BodyKind, type Placed } from '@/domain';
import { NO_TEXTS, type Texts } from './body-form';
import { TEXTS } from './differences';

/** What may be done to a body from its page. */
export type ActKind = 'add' | 'amend' | 'move' | 'merge' | 'split' | 'end';

/** What is filled in for an act, whichever it is. */
export interface ActDraft {
  readonly texts: Texts;
  readonly kind: BodyKind;
  readonly code: string;
  readonly target: string | null;
  /** A split body ends and only its part goes on. */
  readonly ends: boolean;
  /** Id of what would be new; chosen once, so that the same again is the same. */
  readonly id: string;
}

/** The draft that an act on a body begins with. */
export function beginAct(act: ActKind, { body, period }: Placed, id: string): ActDraft {
  const { name, cluster, letterhead, placeName, term } = period;
  const beneath = BODY_KINDS.findLast((kind) => mayStandBeneath(kind, body.kind)) ?? 'cell';
  return { texts: act === 'amend' ? { name, cluster, letterhead, placeName, term } : { ...NO_TEXTS, term: act === 'end' ? '' : term }, kind: act === 'split' ? body.kind : beneath, code: '', target: null, ends: false, id };
}

/** What is still to be filled in; null when nothing is. */
export function missing(act: ActKind, draft: ActDraft): 'name' | 'code' | 'target' | null {
  if (act === 'add' || act === 'split') {
    if (draft.texts.name.trim() === '') return 'name';
    if (!/^[A-Za-z0-9._-]{1,40}$/.test(draft.code.trim())) return 'code';
  }
  if (act === 'amend' && draft.texts.name.trim() === '') return 'name';
  return (act === 'move' || act === 'merge') && draft.target === null ? 'target' : null;
}

const trimmed = (texts: Texts): Texts => ({ name: texts.name.trim(), cluster: texts.cluster.trim(), letterhead: texts.letterhead.trim(), placeName: texts.placeName.trim(), term: texts.term.trim() });

/** The acts that a draft comes to; none while something is missing. */
export function actsOf(act: ActKind, { body, period }: Placed, draft: ActDraft): BodyAct[] {
  if (missing(act, draft) !== null) return [];
  const texts = trimmed(draft.texts);
  const added = (superior: string | null): BodyAct => ({ act: 'add', body: draft.id, code: draft.code.trim(), kind: draft.kind, standing: { ...texts, superior } });
  switch (act) {
    case 'add':
      return [added(body.id)];
    case 'amend': {
      const changed = Object.fromEntries(TEXTS.filter((field) => texts[field] !== period[field]).map((field) => [field, texts[field]]));
      return Object.keys(changed).length === 0 ? [] : [{ act: 'amend', body: body.id, standing: changed }];
    }
    case 'move':
      return [{ act: 'move', body: body.id, superior: draft.target! }];
    case 'merge':
      return [{ act: 'merge', bodies: [body.id], into: draft.target! }];
    case 'split':
      return [added(period.superior), { act: 'split', body: body.id, into: [draft.id], ends: draft.ends }];
    case 'end':
      return [{ act: 'end', body: body.id }];
  }
}

/** Which bodies may be the target of an act on one. */
export const fitsAct = (act: ActKind, { body, period }: Placed) => (other: Placed): boolean =>
  other.body.id !== body.id && (act === 'move' ? other.body.id !== period.superior && mayStandBeneath(body.kind, other.body.kind) : meets(other.body.kind) === meets(body.kind) && other.period.superior !== null);
