/** What is written in the comparison, the same for every side. */

/**
 * `tasks`: each a record by itself, of five fields · `talk`: what was said in meetings, a hundred contributions to each. A side keeps them as
 * its makers advise: the app as its own screens do, the others as one document each.
 */
export type Work = 'tasks' | 'talk';

export interface BenchRecord {
  readonly id: string;
  /** The meeting of a contribution; empty for a task. */
  readonly meeting: string;
  readonly text: string;
  /** Whose task, or who spoke. */
  readonly memberId: string;
  /** By when, or at which step. */
  readonly due: string;
  readonly state: string;
  readonly at: string;
}

const WORDS = ['kiểm tra', 'hồ sơ', 'bệnh án', 'phân công', 'đảng viên', 'báo cáo', 'chi ủy', 'hằng tuần', 'khắc phục', 'buồng bệnh', 'trực đêm', 'kết quả', 'nghị quyết', 'tháng sau', 'tuyên truyền', 'kế hoạch', 'giám sát', 'rà soát', 'danh sách', 'đảng phí'];

/** Number `from` to `from + count - 1`; a number is always the same record. */
export function benchRecords(work: Work, from: number, count: number): BenchRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    // Words that repeat only after very many records, so that no side's compression has it too easy.
    let at = (n * 2_654_435_761) >>> 0;
    const words = Array.from({ length: 16 }, () => WORDS[(at = (at * 1_664_525 + 1_013_904_223) >>> 0) % WORDS.length]);
    return {
      id: `b${String(n).padStart(7, '0')}${at.toString(36)}`,
      meeting: work === 'talk' ? `h${String(Math.floor(n / 100)).padStart(5, '0')}` : '',
      text: `${words.join(' ')} (${n})`,
      memberId: `m${at % 30}`,
      due: work === 'talk' ? 'tk-nd-07' : `2026-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`,
      state: work === 'talk' ? 'opinion' : 'open',
      at: new Date(1_760_000_000_000 + n * 61_000).toISOString(),
    };
  });
}

/** What each side's page does; all times in milliseconds, as the page's own clock has them. */
export interface Contender {
  /** A first device with an empty book. `code`: of the committee, for the side that needs one. */
  open(name: string, work: Work, code: string): Promise<void>;
  /** Records saved in one go, as an import does. */
  bulk(from: number, count: number): Promise<number>;
  /** Records saved one by one, each waited for, as a hand does. */
  hand(from: number, count: number): Promise<number>;
  /** Everything saved is on the server, and the side has done all that it does on such an occasion. */
  push(): Promise<number>;
  /** Of the last `push`: until the server had answered for all that was saved. */
  stored(): Promise<number>;
  /** A second device, let in and empty. */
  join(): Promise<void>;
  /** Everything on the server is on the second device. */
  pull(): Promise<number>;
  /** Records that the second device can read. */
  count(): Promise<number>;
}

declare global {
  interface Window {
    contender: Contender;
    /** Bytes that the browser's database takes, as the browser estimates. */
    disk(): Promise<number>;
  }
}

export async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Gives the page to the bench. A side that does not say otherwise has nothing to do after the server's last answer. */
export function offer(side: Omit<Contender, 'stored'> & Partial<Pick<Contender, 'stored'>>): void {
  let last = 0;
  const push = async (): Promise<number> => (last = await side.push());
  const contender: Contender = { stored: async () => last, ...side, push };
  const disk = async (): Promise<number> => {
    const estimate = (await navigator.storage.estimate()) as StorageEstimate & { usageDetails?: { indexedDB?: number } };
    return estimate.usageDetails?.indexedDB ?? 0;
  };
  Object.assign(window, { contender, disk });
}
