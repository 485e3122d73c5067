import { BODY_KINDS, meets, periodOn, type Body, type BodyActName, type BodyHistory, type BodyKind, type Period, type BodyStand } from './bodies';
import type { CalendarDate } from './dates';

/** What a committee may do to its bodies. What stands beneath a merged body goes along; what is split off has been added in the same change. */
export type BodyAct =
  | { readonly act: 'add'; readonly body: string; readonly code: string; readonly kind: BodyKind; readonly standing: BodyStand }
  | { readonly act: 'amend'; readonly body: string; readonly standing: Partial<Omit<BodyStand, 'superior'>> }
  | { readonly act: 'move'; readonly body: string; readonly superior: string }
  | { readonly act: 'merge'; readonly bodies: readonly string[]; readonly into: string }
  | { readonly act: 'split'; readonly body: string; readonly into: readonly string[]; readonly ends: boolean }
  | { readonly act: 'end'; readonly body: string };

/** Acts that hold from one day on, all or none of them. `id` is random and chosen where the change is made. */
export interface BodyChange {
  readonly id: string;
  readonly from: CalendarDate;
  readonly acts: readonly BodyAct[];
}

/**
 * Why a change cannot be: `taken` the id or code belongs to another body · `gone` there is no such body on that day · `later` the body has
 * a change of a later day · `place` it cannot stand there (its kind, a circle, itself, another root) · `beneath` others stand beneath it.
 */
export type BodyProblem = 'taken' | 'gone' | 'later' | 'place' | 'beneath';

/** What a change adds to the history, or the first thing that is wrong and with which of its acts. */
export type BodyOutcome =
  | { readonly ok: true; readonly bodies: readonly Body[]; readonly periods: readonly Period[] }
  | { readonly ok: false; readonly problem: BodyProblem; readonly act: number };

class Wrong extends Error {
  constructor(
    readonly problem: BodyProblem,
    readonly at: number,
  ) {
    super(problem);
  }
}

const RANK: Readonly<Record<BodyKind, number>> = { upper: 0, party: 1, baseCell: 2, part: 2, cell: 3 };

/** [ORG-5] Whether a kind may stand right beneath another: nothing beneath a cell, a grassroots body beneath none of its like, a part in a party organisation. */
export function mayStandBeneath(kind: BodyKind, superior: BodyKind): boolean {
  if (meets(superior)) return false;
  if (kind === 'upper') return superior === 'upper';
  if (kind === 'baseCell') return superior === 'upper';
  return RANK[kind] > RANK[superior];
}

/** The history while a change is worked out. */
class Draft {
  readonly bodies = new Map<string, Body>();
  readonly codes = new Set<string>();
  readonly periods = new Map<string, Period[]>();
  readonly newBodies: Body[] = [];
  readonly newPeriods: Period[] = [];
  /** The act that touched a body last. */
  readonly touched = new Map<string, number>();

  constructor(
    history: BodyHistory,
    readonly change: BodyChange,
  ) {
    for (const body of history.bodies) this.#know(body);
    for (const period of history.periods) this.periods.set(period.body, [...(this.periods.get(period.body) ?? []), period]);
  }

  #know(body: Body): void {
    this.bodies.set(body.id, body);
    this.codes.add(body.code.toLowerCase());
  }

  add(body: Body, at: number): void {
    if (this.bodies.has(body.id) || this.codes.has(body.code.toLowerCase())) throw new Wrong('taken', at);
    this.#know(body);
    this.newBodies.push(body);
  }

  /** The body's period on the day of the change. */
  there(body: string, at: number): Period {
    const period = periodOn(this.periods.get(body) ?? [], this.change.from);
    if (!period || period.ended) throw new Wrong('gone', at);
    return period;
  }

  write(body: string, at: number, act: BodyActName, standing: BodyStand, more: Partial<Pick<Period, 'ended' | 'successors'>> = {}): void {
    const { id: change, from } = this.change;
    const before = this.periods.get(body) ?? [];
    if (before.some((period) => period.from > from)) throw new Wrong('later', at);
    const { name, superior, cluster, letterhead, placeName, term } = standing;
    const period: Period = { body, seq: before.length + 1, from, act, change, name, superior, cluster, letterhead, placeName, term, ended: false, successors: [], ...more };
    this.periods.set(body, [...before, period]);
    this.newPeriods.push(period);
    this.touched.set(body, at);
  }

  beneath(body: string): string[] {
    return [...this.periods].filter(([, periods]) => periodOn(periods, this.change.from)?.superior === body && !periodOn(periods, this.change.from)?.ended).map(([id]) => id);
  }
}

function merge(draft: Draft, act: Extract<BodyAct, { act: 'merge' }>, at: number): void {
  draft.there(act.into, at);
  for (const body of act.bodies) {
    const period = draft.there(body, at);
    const kinds = [draft.bodies.get(body)!.kind, draft.bodies.get(act.into)!.kind] as const;
    if (body === act.into || period.superior === null || meets(kinds[0]) !== meets(kinds[1])) throw new Wrong('place', at);
    for (const child of draft.beneath(body)) if (child !== act.into) draft.write(child, at, 'move', { ...draft.there(child, at), superior: act.into });
    draft.write(body, at, 'merge', period, { ended: true, successors: [act.into] });
  }
}

function run(draft: Draft, act: BodyAct, at: number): void {
  switch (act.act) {
    case 'add':
      draft.add({ id: act.body, code: act.code, kind: act.kind }, at);
      return draft.write(act.body, at, 'add', act.standing);
    case 'amend':
      return draft.write(act.body, at, 'amend', { ...draft.there(act.body, at), ...act.standing });
    case 'move':
      if (draft.there(act.body, at).superior === null) throw new Wrong('place', at);
      return draft.write(act.body, at, 'move', { ...draft.there(act.body, at), superior: act.superior });
    case 'merge':
      return merge(draft, act, at);
    case 'split': {
      const period = draft.there(act.body, at);
      for (const part of act.into) if (part === act.body || !draft.newBodies.some(({ id }) => id === part)) throw new Wrong('gone', at);
      return draft.write(act.body, at, 'split', period, { ended: act.ends, successors: act.into });
    }
    case 'end':
      return draft.write(act.body, at, 'end', draft.there(act.body, at), { ended: true });
  }
}

/** [ORG-5] One root, every other body beneath one that is there and may stand over it, no circle: on the day of the change and on every day after it on which something changed. */
function checkDay(draft: Draft, day: CalendarDate): void {
  const on = new Map<string, Period>();
  for (const [id, periods] of draft.periods) {
    const period = periodOn(periods, day);
    if (period && !period.ended) on.set(id, period);
  }
  const blame = (body: string, problem: BodyProblem): Wrong => new Wrong(problem, draft.touched.get(body) ?? 0);
  const roots = [...on.values()].filter(({ superior }) => superior === null);
  const extra = roots.find(({ body }) => roots.length > 1 && draft.touched.has(body));
  if (roots.length > 1) throw blame(extra?.body ?? '', 'place');
  const sound = new Set<string>(roots.map(({ body }) => body));
  for (const { body, superior } of on.values()) {
    if (superior === null) continue;
    const above = on.get(superior);
    if (!above) throw draft.touched.has(body) && !draft.touched.has(superior) ? blame(body, 'gone') : blame(superior, 'beneath');
    if (!mayStandBeneath(draft.bodies.get(body)!.kind, draft.bodies.get(superior)!.kind)) throw blame(body, 'place');
  }
  for (const start of on.keys()) {
    const path: string[] = [];
    for (let at: string = start; !sound.has(at); at = on.get(at)!.superior!) {
      if (path.includes(at)) throw blame(path.find((one) => draft.touched.has(one)) ?? at, 'place');
      path.push(at);
    }
    for (const one of path) sound.add(one);
  }
  if (on.size > 0 && roots.length === 0) throw new Wrong('place', 0);
}

/**
 * [ORG-6] What a change adds: new bodies and new periods, never another text of an old one. A body is changed only from the day of its last
 * change on; a merged one ends and names what it went into, one that was split names its parts and ends or goes on.
 */
export function changeBodies(history: BodyHistory, change: BodyChange): BodyOutcome {
  const draft = new Draft(history, change);
  try {
    change.acts.forEach((act, at) => run(draft, act, at));
    const days = new Set([change.from, ...history.periods.map(({ from }) => from).filter((from) => from > change.from)]);
    for (const day of days) checkDay(draft, day);
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem, act: error.at };
    throw error;
  }
  return { ok: true, bodies: draft.newBodies, periods: draft.newPeriods };
}

/** The history with what a change adds. */
export const withChange = ({ bodies, periods }: BodyHistory, added: BodyHistory): BodyHistory => ({ bodies: [...bodies, ...added.bodies], periods: [...periods, ...added.periods] });

/** Whether a text names a kind. */
export const isBodyKind = (text: unknown): text is BodyKind => BODY_KINDS.some((kind) => kind === text);
