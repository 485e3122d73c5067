import { CellActsAnswer, type CellAct } from '@/protocol';
import { readSecret, writeSecret, type Book } from '@/storage';
import { Api, type Fetch } from './api';
import type { Connection } from './connection';

/** What is kept of the log, sealed on this device alone: every device reads it for itself. */
interface Kept {
  readonly cell: string;
  readonly acts: readonly CellAct[];
}
const NAME = 'acts';
/** So many are kept, the newest ones. */
const MOST = 1000;

/** [AUDIT-2] What this device last knew of the committee's acts, the oldest first. */
export async function knownActs(book: Book, { cellId }: Connection): Promise<readonly CellAct[]> {
  const kept = (await readSecret(book, NAME)) as unknown as Kept | undefined;
  return kept?.cell === cellId ? kept.acts : [];
}

/** [AUDIT-2] Asks the server for what is new, and keeps it. One that has fewer than this device knows was set back: it is read from the first on. @throws ApiError */
export async function freshActs(book: Book, connection: Connection, send?: Fetch): Promise<readonly CellAct[]> {
  const api = new Api(connection.base, connection.token, send);
  let acts = await knownActs(book, connection);
  for (let more = true; more; ) {
    const last = acts.at(-1)?.seq ?? 0;
    const answer = await api.ask(CellActsAnswer, 'GET', `/v1/acts?after=${last}`);
    more = answer.head < last || (answer.more && answer.acts.length > 0);
    acts = answer.head < last ? [] : [...acts, ...answer.acts].slice(-MOST);
  }
  await writeSecret(book, NAME, { cell: connection.cellId, acts } as never);
  return acts;
}
