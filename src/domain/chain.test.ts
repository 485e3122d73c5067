import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, chainTips, checkChain, closedContent, placesOf, type ChainLink, type ClosedKind } from '.';

const hash = (link: Pick<ChainLink, 'kind' | 'id' | 'at'> & { prev: readonly string[] }, lines: readonly string[]): string =>
  createHash('sha256').update(canonicalJson(closedContent(link.kind, link.id, link.at, link.prev, lines))).digest('hex');

interface Kept {
  link: ChainLink;
  lines: readonly string[];
}
const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString();
const close = (n: number, prev: readonly string[], lines: readonly string[], kind: ClosedKind = 'minutes'): Kept => {
  const base = { kind, id: `m${n}`, at: at(n), prev };
  const own = hash(base, lines);
  return { link: { ...base, hash: own, again: own }, lines };
};
/** As a book does: each follows what nothing has followed yet. */
const chainOf = (texts: readonly string[]): Kept[] => {
  const all: Kept[] = [];
  texts.forEach((text, n) => all.push(close(n, chainTips(all.map(({ link }) => link)), [text])));
  return all;
};
const linksOf = (all: readonly Kept[]): ChainLink[] => all.map(({ link }) => link);
/** What the book gives now. */
const reread = ({ link, lines }: Kept): ChainLink => ({ ...link, again: hash({ ...link, prev: link.prev ?? [] }, lines) });
const whole = (count: number) => ({ sound: count, older: [], altered: [], missing: [], forks: [] });

const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 12 });
const chainAndPlace = texts.chain((all) => fc.tuple(fc.constant(chainOf(all)), fc.nat(all.length - 1)));

describe('[CLOSE-3] the fingerprint of a closed text', () => {
  it('changes with every part of what it covers', () => {
    const one = ['minutes', 'm', at(0), ['aa'], ['Một.', 'Hai.']] as const;
    const print = (...told: Parameters<typeof closedContent>): string => canonicalJson(closedContent(...told));
    const same = print(...one);
    const others = [
      print('report', 'm', at(0), ['aa'], ['Một.', 'Hai.']), print('minutes', 'n', at(0), ['aa'], ['Một.', 'Hai.']), print('minutes', 'm', at(1), ['aa'], ['Một.', 'Hai.']),
      print('minutes', 'm', at(0), [], ['Một.', 'Hai.']), print('minutes', 'm', at(0), ['aa'], ['Một.Hai.']), print('minutes', 'm', at(0), ['aa'], ['Hai.', 'Một.']),
    ];
    expect(new Set([same, ...others]).size).toBe(7);
  });
});

describe('[CLOSE-4] what a text follows', () => {
  it('is the last one; both after a fork, and then there is one again', () => {
    const [a, b] = chainOf(['a', 'b']) as [Kept, Kept];
    expect(b.link.prev).toEqual([a.link.hash]);
    const c = close(2, [b.link.hash], ['c']);
    const d = close(3, [b.link.hash], ['d']);
    const tips = chainTips(linksOf([a, b, c, d]));
    expect(tips).toEqual([c.link.hash, d.link.hash].sort());
    expect(chainTips([...linksOf([a, b, c, d]), close(4, tips, ['e']).link])).toHaveLength(1);
  });

  it('is every text of before there was a chain, once', () => {
    const old = ['x', 'y'].map((id): ChainLink => ({ kind: 'minutes', id, at: at(0), prev: null, hash: id.repeat(64), again: id.repeat(64) }));
    const first = close(1, chainTips(old), ['a']);
    expect(first.link.prev).toHaveLength(2);
    expect(checkChain([...old, first.link])).toEqual({ ...whole(3), older: old });
    expect(checkChain([old[0]!, first.link]).missing).toEqual([{ hash: 'y'.repeat(64), id: null, before: [first.link] }]);
  });
});

it('[CLOSE-4] a record has a place for its closed text and for each correction; an open one has none', () => {
  expect(placesOf({ closedHash: 'a', 'corrections/1': { text: 'x' } })).toEqual([]);
  const fields = { closedAt: at(0), closedHash: 'a', closedPrev: ['b'], 'corrections/1': { hash: 'c', prev: ['a'] }, 'corrections/old': { text: 'x' }, 'corrections/new/text': 'y' };
  expect(placesOf(fields)).toEqual([{ hash: 'a', prev: ['b'] }, { hash: 'c', prev: ['a'] }]);
  expect(placesOf({ closedAt: at(0), closedHash: 'a' })).toEqual([{ hash: 'a', prev: null }]);
});

describe('[CLOSE-5] the chain of closed texts', () => {
  it('a whole one is found whole, in whatever order it is read', () => {
    fc.assert(fc.property(texts.chain((all) => fc.shuffledSubarray(chainOf(all), { minLength: all.length })), (all) => {
      expect(checkChain(all.map(reread), linksOf(all))).toEqual(whole(all.length));
    }));
  });

  it('one that was taken out is named', () => {
    fc.assert(fc.property(chainAndPlace, ([all, n]) => {
      const found = checkChain(all.filter((_, index) => index !== n).map(reread), linksOf(all));
      expect(found.missing.map(({ id }) => id)).toEqual([`m${n}`]);
      expect(found.missing[0]?.before.map(({ id }) => id)).toEqual(n === all.length - 1 ? [] : [`m${n + 1}`]);
      expect(found.altered).toEqual([]);
    }));
  });

  it('without a witness too, unless it was the last', () => {
    fc.assert(fc.property(chainAndPlace, ([all, n]) => {
      expect(checkChain(all.filter((_, index) => index !== n).map(reread)).missing).toHaveLength(n === all.length - 1 ? 0 : 1);
    }));
  });

  it('one whose text was changed is named', () => {
    fc.assert(fc.property(chainAndPlace, fc.string({ minLength: 1 }), ([all, n], more) => {
      const found = checkChain(all.map((one, index) => reread(index === n ? { ...one, lines: [...one.lines, more] } : one)), linksOf(all));
      expect(found.altered.map(({ id }) => id)).toEqual([`m${n}`]);
    }));
  });

  it('one whose text was changed with its fingerprint made anew is named by the next one and by the witness', () => {
    fc.assert(fc.property(chainAndPlace, ([all, n]) => {
      const forged = close(n, all[n]!.link.prev ?? [], ['khác', ...all[n]!.lines]);
      const found = checkChain(all.map((one, index) => reread(index === n ? forged : one)), linksOf(all));
      expect(found.missing.map(({ id }) => id)).toEqual([`m${n}`]);
    }));
  });

  it('two whose texts changed places are both named', () => {
    fc.assert(fc.property(texts, fc.nat(), (told, seed) => {
      const all = chainOf(told.map((text, index) => `${index} ${text}`));
      const n = seed % (all.length - 1);
      const swapped = all.map((one, index) => (index === n ? { ...one, lines: all[n + 1]!.lines } : index === n + 1 ? { ...one, lines: all[n]!.lines } : one));
      expect(checkChain(swapped.map(reread)).altered.map(({ id }) => id)).toEqual([`m${n}`, `m${n + 1}`]);
    }));
  });

  it('two that changed places in the chain are both named', () => {
    const all = chainOf(['a', 'b', 'c', 'd']);
    const prev = (n: number): readonly string[] => all[n]!.link.prev ?? [];
    const swapped = all.map((one, n) => reread(n === 1 || n === 2 ? { ...one, link: { ...one.link, prev: prev(3 - n) } } : one));
    expect(checkChain(swapped).altered.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('two phones that close at once are told of and nothing else is wrong, at the beginning too', () => {
    const [a] = chainOf(['a']) as [Kept];
    const both = [close(1, [a.link.hash], ['b']), close(2, [a.link.hash], ['c'])];
    const joined = close(3, chainTips(linksOf([a, ...both])), ['d']);
    expect(checkChain(linksOf([a, ...both, joined]))).toEqual({ ...whole(4), forks: [linksOf(both)] });
    const first = [close(0, [], ['a']), close(1, [], ['b'])];
    expect(checkChain(linksOf(first)).forks).toEqual([linksOf(first)]);
  });

  it('a correction is a link of its own: changed, it is named, and the minutes are not', () => {
    const [a] = chainOf(['a']) as [Kept];
    const correction = close(1, [a.link.hash], ['Sửa 38 thành 39.', 'ghi nhầm'], 'correction');
    const found = checkChain([reread(a), reread({ ...correction, lines: ['Sửa 38 thành 93.', 'ghi nhầm'] })]);
    expect(found.altered.map(({ kind }) => kind)).toEqual(['correction']);
  });
});
