import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, branchOf, clusterOn, letterheadOn, meets, treeOn, type BodyHistory, type BodyKind, type BodyStand } from './bodies';
import { changeBodies, mayStandBeneath, withChange, type BodyAct, type BodyOutcome } from './body-changes';

const stand = (name: string, superior: string | null, over: Partial<BodyStand> = {}): BodyStand => ({ name, superior, cluster: '', letterhead: '', placeName: '', term: '', ...over });
const add = (body: string, kind: BodyKind, superior: string | null, over: Partial<BodyStand> = {}): BodyAct => ({ act: 'add', body, code: `ma-${body}`, kind, standing: stand(body, superior, over) });
const NOTHING: BodyHistory = { bodies: [], periods: [] };
let count = 0;
const outcome = (history: BodyHistory, from: string, ...acts: BodyAct[]): BodyOutcome => changeBodies(history, { id: `change-${(count += 1)}`, from, acts });
function after(history: BodyHistory, from: string, ...acts: BodyAct[]): BodyHistory {
  const result = outcome(history, from, ...acts);
  if (!result.ok) throw new Error(`${result.problem} at ${result.act}`);
  return withChange(history, result);
}
const problem = (history: BodyHistory, from: string, ...acts: BodyAct[]): string => {
  const result = outcome(history, from, ...acts);
  return result.ok ? 'ok' : `${result.problem} ${result.act}`;
};
const at = (history: BodyHistory, day: string): string[] =>
  branchOf(treeOn(history, day), treeOn(history, day).root ?? '').map(({ body, period }) => `${period.name}<${period.superior ?? ''}${body.id === period.name ? '' : ` (${body.id})`}`);

/** Khối (root), a party organisation with a part and two cells, a grassroots cell. */
const KHOI = after(
  NOTHING,
  BEGINNING,
  add('khoi', 'upper', null, { placeName: 'Thanh Hóa', name: 'Đảng bộ Khối' }),
  add('so', 'party', 'khoi', { cluster: 'Cụm 1' }),
  add('phan', 'part', 'so'),
  add('mot', 'cell', 'phan'),
  add('hai', 'cell', 'so', { placeName: 'Sầm Sơn', letterhead: 'Đảng ủy Sở Hai' }),
  add('le', 'baseCell', 'khoi'),
);

describe('the bodies of a committee', () => {
  it('[ORG-4] the body of its day: before, on and after the day of a change, and of two changes on one day the later', () => {
    const renamed = after(KHOI, '2025-03-01', { act: 'amend', body: 'hai', standing: { name: 'Chi bộ Hai mới' } });
    const twice = after(renamed, '2025-03-01', { act: 'amend', body: 'hai', standing: { name: 'Chi bộ Hai sửa' } });
    const name = (history: BodyHistory, day: string): string | undefined => treeOn(history, day).placed.get('hai')?.period.name;
    expect([name(twice, '1899-12-31'), name(twice, '2025-02-28'), name(renamed, '2025-03-01'), name(twice, '2025-03-01'), name(twice, '2026-01-01')]).toEqual([undefined, 'hai', 'Chi bộ Hai mới', 'Chi bộ Hai sửa', 'Chi bộ Hai sửa']);
    expect(twice.periods.filter(({ body }) => body === 'hai').map(({ seq, act }) => `${seq} ${act}`)).toEqual(['1 add', '2 amend', '3 amend']);
  });

  it('[ORG-5] what may stand beneath what', () => {
    expect(mayStandBeneath('cell', 'part') && mayStandBeneath('cell', 'party') && mayStandBeneath('cell', 'upper') && mayStandBeneath('part', 'party') && mayStandBeneath('upper', 'upper') && mayStandBeneath('baseCell', 'upper')).toBe(true);
    for (const [kind, superior] of [['cell', 'cell'], ['cell', 'baseCell'], ['party', 'party'], ['party', 'part'], ['baseCell', 'party'], ['upper', 'party'], ['part', 'part']] as const) expect([kind, superior, mayStandBeneath(kind, superior)]).toEqual([kind, superior, false]);
  });

  it.each<[string, string, BodyAct[]]>([
    ['an id that is taken', 'taken 0', [add('mot', 'cell', 'so')]],
    ['a code that is taken, in other letters', 'taken 1', [add('ba', 'cell', 'so'), { ...add('bon', 'cell', 'so'), code: 'MA-BA' } as BodyAct]],
    ['a superior that is not there', 'gone 0', [add('ba', 'cell', 'nowhere')]],
    ['a cell beneath a cell', 'place 0', [add('ba', 'cell', 'mot')]],
    ['a second root', 'place 1', [add('ba', 'cell', 'so'), add('goc', 'upper', null)]],
    ['moving the root', 'place 0', [{ act: 'move', body: 'khoi', superior: 'so' }]],
    ['a circle', 'place 1', [add('so2', 'upper', 'khoi'), { act: 'move', body: 'so2', superior: 'so2' }]],
    ['ending what others stand beneath', 'beneath 0', [{ act: 'end', body: 'phan' }]],
    ['ending the root', 'beneath 0', [{ act: 'end', body: 'khoi' }]],
    ['merging with itself', 'place 0', [{ act: 'merge', bodies: ['mot'], into: 'mot' }]],
    ['merging a cell into what is none', 'place 0', [{ act: 'merge', bodies: ['mot'], into: 'so' }]],
    ['merging into what is not there', 'gone 0', [{ act: 'merge', bodies: ['mot'], into: 'ba' }]],
    ['splitting into what was there before', 'gone 0', [{ act: 'split', body: 'mot', into: ['hai'], ends: true }]],
    ['renaming what has ended', 'gone 1', [{ act: 'end', body: 'mot' }, { act: 'amend', body: 'mot', standing: { name: 'x' } }]],
  ])('[ORG-5] [ORG-6] %s is refused with the act that is wrong', (_name, expected, acts) => {
    expect(problem(KHOI, '2025-03-01', ...acts)).toBe(expected);
  });

  it('[ORG-5] a change of a past day must fit every day since', () => {
    const ended = after(KHOI, '2025-06-01', { act: 'merge', bodies: ['phan'], into: 'so' });
    expect(problem(ended, '2025-03-01', add('ba', 'cell', 'phan'))).toBe('gone 0');
    expect(problem(ended, '2025-03-01', add('ba', 'cell', 'so'))).toBe('ok');
    expect(problem(ended, '2025-03-01', { act: 'amend', body: 'phan', standing: { name: 'x' } })).toBe('later 0');
  });

  it('[ORG-6] acts of one change may come in any order: what is above may be added after what is beneath', () => {
    expect(at(after(KHOI, '2025-01-01', add('ba', 'cell', 'moi'), add('moi', 'part', 'so')), '2025-01-01')).toContain('ba<moi');
  });

  it('[ORG-6] a merge ends the body, names what it went into, takes along what stood beneath, and leaves the days before as they were', () => {
    const merged = after(KHOI, '2025-03-01', { act: 'merge', bodies: ['phan'], into: 'so' }, { act: 'merge', bodies: ['hai'], into: 'mot' });
    expect(at(merged, '2025-02-28')).toEqual(at(KHOI, '2025-02-28'));
    expect(at(merged, '2025-03-01')).toEqual(['Đảng bộ Khối< (khoi)', 'le<khoi', 'so<khoi', 'mot<so']);
    expect(merged.periods.filter(({ ended }) => ended).map(({ body, successors }) => [body, successors])).toEqual([['phan', ['so']], ['hai', ['mot']]]);
    expect(merged.periods.slice(0, KHOI.periods.length)).toEqual(KHOI.periods);
  });

  it('[ORG-6] a split names its parts, and ends or goes on', () => {
    const parts = [add('ba', 'cell', 'phan'), add('bon', 'cell', 'phan')];
    const ends = after(KHOI, '2025-03-01', ...parts, { act: 'split', body: 'mot', into: ['ba', 'bon'], ends: true });
    const goesOn = after(KHOI, '2025-03-01', ...parts, { act: 'split', body: 'mot', into: ['ba', 'bon'], ends: false });
    const cells = (history: BodyHistory): string[] => branchOf(treeOn(history, '2025-03-01'), 'phan').map(({ body }) => body.id);
    expect([cells(ends), cells(goesOn)]).toEqual([['phan', 'ba', 'bon'], ['phan', 'ba', 'bon', 'mot']]);
    expect(goesOn.periods.at(-1)).toMatchObject({ body: 'mot', act: 'split', ended: false, successors: ['ba', 'bon'] });
  });

  it('[ORG-7] the head of documents: own line or the superior speaking by its committee, own place or that of the nearest above', () => {
    const tree = treeOn(KHOI, '2025-03-01');
    expect(letterheadOn(tree, 'le', (name) => name.replace('bộ', 'ủy'))).toEqual({ name: 'le', superior: 'Đảng ủy Khối', placeName: 'Thanh Hóa' });
    expect(letterheadOn(tree, 'hai')).toEqual({ name: 'hai', superior: 'Đảng ủy Sở Hai', placeName: 'Sầm Sơn' });
    expect(letterheadOn(tree, 'nowhere')).toBeNull();
    expect([clusterOn(tree, 'mot'), clusterOn(tree, 'le')]).toEqual(['Cụm 1', '']);
  });

  it('[ORG-5] [ORG-6] whatever is done in whatever order: each day has one root, no circle, every body one superior that is there; nothing written is lost', () => {
    const ids = ['khoi', 'so', 'phan', 'mot', 'hai', 'le', 'n0', 'n1', 'n2', 'n3'];
    const id = fc.constantFrom(...ids);
    const kind = fc.constantFrom<BodyKind>('upper', 'party', 'baseCell', 'part', 'cell');
    const act: fc.Arbitrary<BodyAct> = fc.oneof(
      fc.record({ body: fc.constantFrom('n0', 'n1', 'n2', 'n3'), kind, superior: fc.option(id, { freq: 20 }) }).map(({ body, kind: of, superior }) => add(body, of, superior)),
      fc.record({ body: id, name: fc.string() }).map(({ body, name }): BodyAct => ({ act: 'amend', body, standing: { name } })),
      fc.record({ body: id, superior: id }).map((over): BodyAct => ({ act: 'move', ...over })),
      fc.record({ bodies: fc.array(id, { minLength: 1, maxLength: 2 }), into: id }).map((over): BodyAct => ({ act: 'merge', ...over })),
      fc.record({ body: id, into: fc.array(id, { minLength: 1, maxLength: 2 }), ends: fc.boolean() }).map((over): BodyAct => ({ act: 'split', ...over })),
      id.map((body): BodyAct => ({ act: 'end', body })),
    );
    const days = ['1900-01-01', '2024-01-01', '2025-03-01', '2025-03-02', '2026-01-01'];
    const change = fc.record({ from: fc.constantFrom(...days), acts: fc.array(act, { minLength: 1, maxLength: 2 }) });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 6, maxLength: 14 }), (changes) => {
        let history = KHOI;
        for (const { from, acts } of changes) {
          const result = outcome(history, from, ...acts);
          if (!result.ok) continue;
          taken += 1;
          const next = withChange(history, result);
          expect(next.periods.slice(0, history.periods.length)).toEqual(history.periods);
          for (const day of days.filter((one) => one < from)) expect(at(next, day)).toEqual(at(history, day));
          history = next;
        }
        for (const day of days) {
          const { placed, root } = treeOn(history, day);
          expect([...placed.values()].filter(({ period }) => period.superior === null)).toHaveLength(1);
          for (const { body, period } of placed.values()) {
            const seen = new Set<string>();
            let above = body.id;
            while (above !== root && !seen.has(above)) {
              seen.add(above);
              above = placed.get(above)!.period.superior!;
              expect(placed.has(above) && !meets(placed.get(above)!.body.kind)).toBe(true);
            }
            expect(above).toBe(root);
            expect(period.ended).toBe(false);
          }
        }
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});
