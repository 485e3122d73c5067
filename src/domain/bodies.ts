import type { CalendarDate } from './dates';

/**
 * What an organisation of the Party is: a committee's own party organisation (đảng bộ cấp trên), a grassroots party organisation (đảng bộ cơ
 * sở), a grassroots cell (chi bộ cơ sở), a part of a party organisation (đảng bộ bộ phận), a cell beneath one (chi bộ trực thuộc).
 */
export const BODY_KINDS = ['upper', 'party', 'baseCell', 'part', 'cell'] as const;
/** One of {@link BODY_KINDS}. */
export type BodyKind = (typeof BODY_KINDS)[number];

/** What a body is for good. Where it meets (a cell), its id is the cell's. */
export interface Body {
  readonly id: string;
  /** The committee's own stable name of it, unique among its bodies: how a sheet or a file knows it again. */
  readonly code: string;
  readonly kind: BodyKind;
}

/** What is said of a body and may change. Texts may be empty. */
export interface BodyStand {
  readonly name: string;
  /** Id of the body above; null for the root alone. */
  readonly superior: string | null;
  /** Group of bodies by place or trade (cụm). */
  readonly cluster: string;
  /** The superior's line in the head of documents; empty: made of the superior's name. */
  readonly letterhead: string;
  /** Place name of the date line; empty: that of the body above. */
  readonly placeName: string;
  /** Term of office (nhiệm kỳ), e.g. 2025–2030. */
  readonly term: string;
}

/** What made a period: see `body-changes.ts`. */
export const BODY_ACTS = ['add', 'amend', 'move', 'merge', 'split', 'end'] as const;
/** One of {@link BODY_ACTS}. */
export type BodyActName = (typeof BODY_ACTS)[number];

/** How a body stood from a day on, until its next period. Periods are only ever added. */
export interface Period extends BodyStand {
  readonly body: string;
  /** Counts the body's periods 1, 2, 3 … in the order in which they were written. */
  readonly seq: number;
  readonly from: CalendarDate;
  readonly act: BodyActName;
  /** Id of the change that wrote it. */
  readonly change: string;
  /** From this day on the body is no more. */
  readonly ended: boolean;
  /** The bodies that took its place, or that were split off it. */
  readonly successors: readonly string[];
}

/** All that is known of a committee's bodies, of any day. */
export interface BodyHistory {
  readonly bodies: readonly Body[];
  readonly periods: readonly Period[];
}

/** The first day of what was there when the book of bodies was begun. */
export const BEGINNING: CalendarDate = '1900-01-01';

/** True for what holds meetings of its own. */
export const meets = (kind: BodyKind): boolean => kind === 'cell' || kind === 'baseCell';

const later = (a: Period, b: Period): boolean => a.from > b.from || (a.from === b.from && a.seq > b.seq);

/**
 * [ORG-4] The body of its day: the period that began last, up to and including the day; of two that began on one day the one written later.
 * Null before its first period. An `ended` one says when, and what came after.
 * @param periods of this body, in any order
 */
export function periodOn(periods: readonly Period[], day: CalendarDate): Period | null {
  let found: Period | null = null;
  for (const period of periods) if (period.from <= day && (found === null || later(period, found))) found = period;
  return found;
}

/** A body as it stood on a day, with its place in the tree. */
export interface Placed {
  readonly body: Body;
  readonly period: Period;
  /** Ids of the bodies right beneath it, in the order of their names. */
  readonly beneath: readonly string[];
}

const names = new Intl.Collator('vi', { numeric: true });

/** The tree of a day. */
export interface BodyTree {
  readonly day: CalendarDate;
  readonly root: string | null;
  /** The bodies that were there, by id. */
  readonly placed: ReadonlyMap<string, Placed>;
}

/** [ORG-4] The tree of a day: every body that was there, none that had ended or was yet to come. */
export function treeOn({ bodies, periods }: BodyHistory, day: CalendarDate): BodyTree {
  const last = new Map<string, Period>();
  for (const period of periods) {
    const known = last.get(period.body);
    if (period.from <= day && (!known || later(period, known))) last.set(period.body, period);
  }
  const placed = new Map<string, { body: Body; period: Period; beneath: string[] }>();
  for (const body of bodies) {
    const period = last.get(body.id);
    if (period && !period.ended) placed.set(body.id, { body, period, beneath: [] });
  }
  let root: string | null = null;
  for (const [id, { period }] of placed) {
    if (period.superior === null) root = id;
    else placed.get(period.superior)?.beneath.push(id);
  }
  for (const { beneath } of placed.values()) beneath.sort((a, b) => names.compare(placed.get(a)!.period.name, placed.get(b)!.period.name) || (a < b ? -1 : 1));
  return { day, root, placed };
}

/** The bodies above one, the nearest first, the root last. */
export function bodiesAbove({ placed }: BodyTree, id: string): Placed[] {
  const above: Placed[] = [];
  for (let at = placed.get(id)?.period.superior ?? null; at !== null && above.length < 50; at = placed.get(at)?.period.superior ?? null) {
    const one = placed.get(at);
    if (!one) break;
    above.push(one);
  }
  return above;
}

/** A body and all beneath it, each before what is beneath it. */
export function branchOf({ placed }: BodyTree, id: string): Placed[] {
  const found: Placed[] = [];
  const ids = [id];
  for (let at = ids.pop(); at !== undefined; at = ids.pop()) {
    const one = placed.get(at);
    if (!one || found.length > placed.size) continue;
    found.push(one);
    ids.push(...[...one.beneath].reverse());
  }
  return found;
}

/** The cluster of a body: its own, or that of the nearest body above that has one; empty without any. */
export const clusterOn = (tree: BodyTree, id: string): string =>
  [tree.placed.get(id), ...bodiesAbove(tree, id)].find((one) => one && one.period.cluster !== '')?.period.cluster ?? '';

/** What stands in the head of a body's documents. */
export interface Letterhead {
  readonly name: string;
  readonly superior: string;
  readonly placeName: string;
}

/**
 * [ORG-7] The head of a body's documents on the tree's day: its name, the superior's line and the place. Without a line of its own it is the
 * superior's name; without a place that of the nearest body above that has one. Null where the body was not there.
 * @param speaking how a body is called where its committee speaks for it (a đảng bộ by its đảng ủy)
 */
export function letterheadOn(tree: BodyTree, id: string, speaking: (name: string) => string = (name) => name): Letterhead | null {
  const one = tree.placed.get(id);
  if (!one) return null;
  const above = bodiesAbove(tree, id);
  const superior = above[0] ? speaking(above[0].period.name) : '';
  const placeName = [one, ...above].find(({ period }) => period.placeName !== '')?.period.placeName ?? '';
  return { name: one.period.name, superior: one.period.letterhead || superior, placeName };
}
