/** Searching five years of a cell's texts: the app's scan over folded texts, MiniSearch's index, and a scan that folds at every question. */
import MiniSearch from 'minisearch';
import { foldText, makeSearchable, search, type SearchDoc, type Searchable } from '@/domain';
import { sentences } from './meetings';

/** Meetings of the cell and of chi ủy, a thematic one each quarter; tasks, documents, members. */
const FIVE_YEARS = { meeting: 140, task: 300, paper: 40, member: 40 } as const;
/** Sections of minutes, and sentences in each: 8,000 to 9,000 letters, two and a half pages. */
const SECTIONS = 12;

let docs: readonly SearchDoc[] = [];
let ready: readonly Searchable[] = [];
let index: MiniSearch | undefined;

function makeDocs(): SearchDoc[] {
  const date = (n: number): string => `${2021 + Math.floor(n / 28) % 5}-${String(1 + (n % 12)).padStart(2, '0')}-05`;
  return Object.entries(FIVE_YEARS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n): SearchDoc => ({
      kind: kind as SearchDoc['kind'],
      id: `${kind}-${n}`,
      date: date(n),
      title: `${sentences(n, 1).slice(0, 60)} ${n}`,
      texts: kind === 'meeting' ? Array.from({ length: SECTIONS }, (_, at) => ({ label: `Phần ${at}`, text: sentences(n * 7 + at, 8) })) : [{ label: 'Kết quả', text: sentences(n, 2) }],
    })),
  );
}

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const page = {
  /** Letters in all. */
  make: (): number => {
    docs = makeDocs();
    return docs.reduce((sum, { title, texts }) => sum + title.length + texts.reduce((all, { text }) => all + text.length, 0), 0);
  },
  fold: () => timed(() => (ready = docs.map(makeSearchable))),
  find: (query: string) => timed(() => search(ready, query)),
  scan: (query: string) => timed(() => search(docs.map(makeSearchable), query)),
  index: () =>
    timed(() => {
      index = new MiniSearch({ fields: ['title', 'text'], processTerm: foldText, searchOptions: { prefix: true, combineWith: 'AND' } });
      index.addAll(docs.map(({ id, title, texts }) => ({ id, title, text: texts.map(({ text }) => text).join('\n') })));
    }),
  ask: (query: string) => timed(() => index?.search(query)),
};
export type SearchBench = typeof page;
Object.assign(window, { bench: page });
