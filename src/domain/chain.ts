import type { Instant } from './dates';
import type { Json } from './json';
import type { Fields } from './records';

/** What a closed text of the cell can be. */
export type ClosedKind = 'minutes' | 'correction' | 'report';

/** One closed text as a link of the cell's chain. */
export interface ChainLink {
  readonly kind: ClosedKind;
  /** Of the meeting; of a correction `<meeting>/<correction>`. */
  readonly id: string;
  /** When it was closed, by the phone that closed it. */
  readonly at: Instant;
  /** Fingerprints of the texts that nothing followed when it was closed; null: closed before there was a chain. */
  readonly prev: readonly string[] | null;
  /** Its fingerprint (SHA-256, hex) as it was written when it was closed. */
  readonly hash: string;
  /** The fingerprint of what stands in the book now. */
  readonly again: string;
}

/** A fingerprint known from elsewhere, such as a document that was sent: the text it belongs to must be in the book. */
export interface ChainWitness {
  readonly hash: string;
  readonly id: string;
}

/** What the chain says. Nothing in it blocks anything. */
export interface ChainVerdict {
  /** Links whose text gives the fingerprint that was written. */
  readonly sound: number;
  /** Closed before there was a chain. */
  readonly older: readonly ChainLink[];
  /** The text, the moment or what it follows is not what was closed. */
  readonly altered: readonly ChainLink[];
  /** A text that was closed and is not here. `id`: where a witness names it; `before`: those that follow it. */
  readonly missing: readonly { readonly hash: string; readonly id: string | null; readonly before: readonly ChainLink[] }[];
  /** Texts that follow the same one: two phones closed at once, neither knowing of the other. */
  readonly forks: readonly (readonly ChainLink[])[];
}

/**
 * [CLOSE-3] What a fingerprint is taken over: the kind, the meeting, the moment, every line of the text as it is printed, and the
 * fingerprints that it follows. So none of them can change without changing this one, and none can be taken out without the next one telling.
 * @param lines paragraphs in reading order, white space made one blank
 */
export const closedContent = (kind: ClosedKind, id: string, at: Instant, prev: readonly string[], lines: readonly string[]): Json => ({ v: 1, kind, id, at, prev, lines });

const followers = (links: readonly ChainLink[]): Map<string, ChainLink[]> => {
  const after = new Map<string, ChainLink[]>();
  for (const link of links) for (const hash of new Set(link.prev ?? [])) after.set(hash, [...(after.get(hash) ?? []), link]);
  return after;
};

/** [CLOSE-4] What the next closed text follows: everything that nothing has followed yet. After a fork that is more than one, and the chain is one again. */
export function chainTips(links: readonly Pick<ChainLink, 'hash' | 'prev'>[]): string[] {
  const followed = new Set(links.flatMap(({ prev }) => prev ?? []));
  return [...new Set(links.map(({ hash }) => hash))].filter((hash) => !followed.has(hash)).sort();
}

const texts = (value: Json | undefined): readonly string[] | null => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null);

/** The places in the chain that a record has: of its closed text, and of every correction of it. None while it is open. */
export function placesOf(fields: Fields): Pick<ChainLink, 'hash' | 'prev'>[] {
  const own = fields['closedAt'] && typeof fields['closedHash'] === 'string' ? [{ hash: fields['closedHash'], prev: texts(fields['closedPrev']) }] : [];
  const corrections = Object.entries(fields).flatMap(([name, value]) => {
    const { hash, prev } = name.startsWith('corrections/') && value !== null && typeof value === 'object' ? (value as { readonly hash?: Json; readonly prev?: Json }) : {};
    return typeof hash === 'string' && texts(prev) ? [{ hash, prev: texts(prev) }] : [];
  });
  return [...own, ...corrections];
}

/** Beginnings: texts closed on a phone that knew of none before. More than one is a fork as well. */
const begins = ({ prev }: ChainLink): boolean => prev !== null && prev.length === 0;

/**
 * [CLOSE-5] Checks the whole chain: which texts are not what was closed, which are gone, where it forks. The last link has nothing after
 * it that would tell if it went: there the witnesses speak.
 */
export function checkChain(links: readonly ChainLink[], witnesses: readonly ChainWitness[] = []): ChainVerdict {
  const here = new Set(links.map(({ hash }) => hash));
  const after = followers(links);
  const told = new Map(witnesses.map(({ hash, id }) => [hash, id]));
  const gone = new Set([...after.keys(), ...told.keys()].filter((hash) => !here.has(hash)));
  const roots = links.filter(begins);
  const isSound = ({ hash, again }: ChainLink): boolean => hash === again;
  return {
    sound: links.filter(isSound).length,
    older: links.filter(({ prev }) => prev === null),
    altered: links.filter((link) => !isSound(link)),
    missing: [...gone].sort().map((hash) => ({ hash, id: told.get(hash) ?? null, before: after.get(hash) ?? [] })),
    forks: [roots, ...after.values()].filter((group) => group.length > 1),
  };
}
