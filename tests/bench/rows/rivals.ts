/** Ten thousand records saved, sent and fetched by a second device: the app with its sealing, against PouchDB and RxDB, and against no sync at all. */
import type { Work } from '../pages/records';
import type { Figure, Row } from '../report';
import { openArena, type Arena, type SideName } from '../rivals/sides';
import { quantile, summarize } from '../stats';

const ROUNDS = 3;
const COUNT = 10_000;
/** Written one by one beforehand. */
const BY_HAND = 300;
const SIDES: readonly SideName[] = ['app', 'pouch', 'rxdb', 'plain'];
const NAME: Record<SideName, string> = { app: 'app, sealed', pouch: 'PouchDB', rxdb: 'RxDB (Dexie)', plain: 'plain Dexie and one fetch each way' };
const WORK: Record<Work, string> = { tasks: 'tasks', talk: 'contributions, a hundred to a meeting' };

interface Once {
  readonly hand: number;
  readonly bulk: number;
  readonly push: number;
  readonly stored: number;
  readonly pull: number;
  readonly up: number;
  readonly down: number;
  readonly disk: number;
}

async function once(arena: Arena, side: SideName, work: Work): Promise<Once> {
  return arena.enter(side, work, async (call, bytes, diskNow) => {
    const hand = (await call('hand', 0, BY_HAND)) / BY_HAND;
    await call('push');
    bytes();
    const bulk = await call('bulk', BY_HAND, COUNT);
    const push = await call('push');
    const stored = await call('stored');
    const up = bytes();
    const disk = await diskNow();
    await call('join');
    bytes();
    const pull = await call('pull');
    const down = bytes();
    const there = await call('count');
    if (there !== COUNT + BY_HAND) throw new Error(`${side}: ${there} of ${COUNT + BY_HAND} arrived`);
    return { hand, bulk, push, stored, pull, up, down, disk };
  });
}

const total = ({ bulk, push, pull }: Once): number => bulk + push + pull;
const middle = (runs: readonly Once[], part: keyof Once): number => quantile(runs.map((run) => run[part]), 0.5);

function figures(own: readonly Once[], theirs: readonly Once[]): Figure[] {
  const figure = (name: string, unit: Figure['unit'], part: keyof Once): Figure => {
    const [measured, reference] = [middle(own, part), middle(theirs, part)];
    return { name, unit, measured, reference, ratio: measured / reference };
  };
  return [
    figure('saved in one go', 'ms', 'bulk'),
    figure('sent: until the server has all', 'ms', 'stored'),
    figure('sent: the whole run', 'ms', 'push'),
    figure('fetched', 'ms', 'pull'),
    figure('saved one by one, each', 'ms', 'hand'),
    figure('on the wire, sending', 'bytes', 'up'),
    figure('on the wire, fetching', 'bytes', 'down'),
    figure('on the first device’s disk', 'bytes', 'disk'),
  ];
}

/** Three rows of one run: against each rival, and against the limit. */
async function compare(work: Work): Promise<Row[]> {
  const arena = await openArena();
  const runs: Record<SideName, Once[]> = { app: [], pouch: [], rxdb: [], plain: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each is first, second, third and last in turn.
      for (let turn = 0; turn < SIDES.length; turn += 1) {
        const side = SIDES[(turn + round) % SIDES.length]!;
        runs[side].push(await once(arena, side, work));
      }
    }
  } finally {
    await arena.stop();
  }
  return SIDES.slice(1).map((side): Row => {
    const [measured, reference] = [summarize(runs.app.map(total)), summarize(runs[side].map(total))];
    return {
      name: `${work}-${side}`,
      title: `${COUNT} ${WORK[work]}: saved in one go, sent, and fetched by a second device`,
      measured: { label: NAME.app, ms: measured },
      reference: { label: NAME[side], ms: reference },
      ratio: measured.median / reference.median,
      goal: side === 'plain' ? 'ratio at most 2' : 'ratio at most 0.2',
      parts: [],
      figures: figures(runs.app, runs[side]),
      notes: [],
    };
  });
}

export const tasks = (): Promise<Row[]> => compare('tasks');
export const talk = (): Promise<Row[]> => compare('talk');
