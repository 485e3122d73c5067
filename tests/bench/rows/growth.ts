/** How the app's own costs grow: with the number of records, and with what was rewritten in them. */
import type { Figure, Row } from '../report';
import { openArena, type Arena } from '../rivals/sides';
import { summarize } from '../stats';

const SIZES = [1000, 10_000, 100_000] as const;
const ROUNDS: Record<(typeof SIZES)[number], number> = { 1000: 3, 10_000: 3, 100_000: 1 };
/** An import, or a year's work of many cells, comes in pieces like this. */
const PIECE = 1000;
/** How often a thousand records are rewritten for the last figure. */
const REWRITTEN = 20;

interface Once {
  /** Milliseconds for each record. */
  readonly save: number;
  readonly send: number;
  readonly load: number;
  readonly loadBytes: number;
}

async function once(arena: Arena, size: number, rewrites = 1): Promise<Once> {
  return arena.enter('app', 'tasks', async (call, bytes) => {
    let [save, send] = [0, 0];
    for (let times = 0; times < rewrites; times += 1) {
      for (let from = 0; from < size; from += PIECE) {
        save += await call('bulk', from, PIECE);
        send += await call('push');
      }
    }
    await call('join');
    bytes();
    const load = await call('pull');
    const loadBytes = bytes();
    const there = await call('count');
    if (there !== size) throw new Error(`${there} of ${size} arrived`);
    return { save: save / size / rewrites, send: send / size / rewrites, load: load / size, loadBytes: loadBytes / size };
  });
}

export async function growth(): Promise<Row> {
  const arena = await openArena();
  try {
    const runs = new Map<number, Once[]>(SIZES.map((size) => [size, []]));
    for (let round = 0; round < 3; round += 1) for (const size of SIZES) if (round < ROUNDS[size]) runs.get(size)!.push(await once(arena, size));
    const again = await once(arena, 1000, REWRITTEN);
    const per = (size: number, part: keyof Once): number => summarize(runs.get(size)!.map((run) => run[part])).median;
    const largest = SIZES[2];
    const against = (name: string, unit: Figure['unit'], measured: number, reference: number): Figure => ({ name, unit, measured, reference, ratio: measured / reference });
    const whole = (run: Once): number => run.save + run.send;
    const [measured, reference] = [summarize(runs.get(largest)!.map(whole)), summarize(runs.get(SIZES[0])!.map(whole))];
    return {
      name: 'growth',
      title: 'one record saved and sent, among many and among few',
      measured: { label: `each of ${largest}`, ms: measured },
      reference: { label: `each of ${SIZES[0]}`, ms: reference },
      ratio: measured.median / reference.median,
      goal: 'ratio near 1',
      parts: SIZES.map((size) => ({ label: `each of ${size}`, ms: summarize(runs.get(size)!.map(whole)) })),
      figures: [
        ...SIZES.slice(1).map((size) => against(`first load, each of ${size}, against ${SIZES[0]}`, 'ms', per(size, 'load'), per(SIZES[0], 'load'))),
        ...SIZES.slice(1).map((size) => against(`first load, bytes for each of ${size}`, 'bytes', per(size, 'loadBytes'), per(SIZES[0], 'loadBytes'))),
        against(`first load of 1000, each rewritten ${REWRITTEN} times, against once`, 'ms', again.load, per(1000, 'load')),
        against('the same, bytes', 'bytes', again.loadBytes, per(1000, 'loadBytes')),
      ],
      notes: [],
    };
  } finally {
    await arena.stop();
  }
}
