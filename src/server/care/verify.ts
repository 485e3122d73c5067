import { createPrivateKey, createPublicKey, verify as verifies, type KeyObject } from 'node:crypto';
import { canonicalJson, type Json } from '@/domain';
import { piecesOf, type Receipt } from '@/protocol';
import { sha256 } from '../accounts';
import { cellsOf, countersOf, directivesThere, filesOf, keptPart, keptPiece, listCommittees, logAfter, metaOf, onOneView, piecesThere, snapshotsOf, submissionsAfter, type Db, type SnapshotRow, type Store } from '../store';
import { ENTRY_WEIGHT } from '../vault/weight';
import { NUMBERED, WRONG } from '../messages';

/** What an examination of the data says. */
export interface Findings {
  readonly cells: number;
  readonly documents: number;
  readonly entries: number;
  /** Lines for a person, without anybody's words; empty when all is whole. */
  readonly wrong: readonly string[];
}

const PAGE = 50;

/** A cell under examination. */
interface Looked {
  readonly db: Db;
  readonly cell: string;
  /** The organisation's own name of the cell, for the lines. */
  readonly code: string;
  readonly counters: ReadonlyMap<string, number>;
  readonly say: (line: string) => void;
}

/**
 * [OPS-3] Examines everything that can be proved without a cell's key: every document against its hash and its receipt, every sealed box
 * against its hash, sequences without a gap, counters against rows, snapshots whole and in the chain of their log, attached files whole.
 * Works on one view of the data, beside a running server.
 */
export async function verifyStore(store: Store): Promise<Findings> {
  const wrong: string[] = [];
  const say = (line: string): void => void wrong.push(line);
  let documents = 0;
  let entries = 0;
  let count = 0;
  await onOneView(store, async (db) => {
    const key = await receiptKey(db);
    if (!key) say(WRONG.keys);
    for (const { committee } of await listCommittees(db)) {
      for (const { id, code } of await cellsOf(db, committee)) {
        const looked: Looked = { db, cell: id, code, counters: await countersOf(db, id), say };
        count += 1;
        entries += await lookAtLog(looked);
        documents += await lookAtDocuments(looked, key);
        await lookAtDirectives(looked);
        await lookAtFiles(looked);
      }
    }
  });
  return { cells: count, documents, entries, wrong };
}

async function receiptKey(db: Db): Promise<KeyObject | null> {
  const [pkcs8, secret] = [await metaOf(db, 'receipt-key'), await metaOf(db, 'code-secret')];
  try {
    return secret && pkcs8 ? createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })) : null;
  } catch {
    return null;
  }
}

async function lookAtLog({ db, cell, code, counters, say }: Looked): Promise<number> {
  const kept = (await snapshotsOf(db, cell)).filter(({ committedAt }) => committedAt !== null);
  // [SNAP-5] Boxes may be gone up to the older of two snapshots.
  const mayBeGone = kept[1]?.seq ?? 0;
  const chains = new Map<number, string>();
  const ends = new Set(kept.map(({ seq }) => seq));
  let [last, rows, bytes, chain] = [0, 0, 0, ''];
  for (;;) {
    const page = await logAfter(db, cell, last, PAGE);
    if (page.length === 0) break;
    for (const { seq, device, batch, hash, box, size } of page) {
      if (seq !== last + 1) say(WRONG.gap(code, NUMBERED.log, last + 1));
      if (size === 0 && seq > mayBeGone) say(WRONG.boxGone(code, seq));
      if (size > 0 && (box.length !== size || sha256(box) !== hash)) say(WRONG.box(code, seq));
      chain = sha256(`${chain}.${device}.${batch}`);
      if (ends.has(seq)) chains.set(seq, chain);
      [last, rows, bytes] = [seq, rows + 1, bytes + size];
    }
  }
  const head = counters.get('vault') ?? 0;
  if (head !== rows) say(WRONG.counter(code, NUMBERED.log, head, rows));
  const [weight, least] = [counters.get('weight') ?? 0, bytes + rows * ENTRY_WEIGHT];
  if (mayBeGone === 0 ? weight !== least : weight < least) say(WRONG.counter(code, `${NUMBERED.log} (byte)`, weight, least));
  for (const one of kept) await lookAtSnapshot({ db, cell, code, counters, say }, one, chains.get(one.seq));
  return rows;
}

async function lookAtSnapshot({ db, cell, code, say }: Looked, { snapshot, seq, parts, chain }: SnapshotRow, proved: string | undefined): Promise<void> {
  if (proved !== chain && seq > 0) say(WRONG.chain(code, snapshot));
  for (let part = 0; part < parts; part += 1) {
    const found = await keptPart(db, cell, snapshot, part);
    if (!found || found.box.length !== found.size || sha256(found.box) !== found.hash) say(WRONG.parts(code, snapshot, part));
  }
}

async function lookAtDocuments({ db, cell, code, counters, say }: Looked, key: KeyObject | null): Promise<number> {
  let [last, rows] = [0, 0];
  for (;;) {
    const page = await submissionsAfter(db, cell, last, PAGE);
    if (page.length === 0) break;
    for (const row of page) {
      if (row.number !== last + 1) say(WRONG.gap(code, NUMBERED.submissions, last + 1));
      if (sha256(row.body) !== row.hash) say(WRONG.hash(code, row.submission));
      if (key && !isReceipt(key, cell, row)) say(WRONG.receipt(code, row.submission));
      [last, rows] = [row.number, rows + 1];
    }
  }
  const says = counters.get('submissions') ?? 0;
  if (says !== rows) say(WRONG.counter(code, NUMBERED.submissions, says, rows));
  return rows;
}

/** [SUB-4] The receipt is ours, and about this very document. */
function isReceipt(key: KeyObject, cell: string, row: { submission: string; number: number; hash: string; receipt: string; receivedAt: string }): boolean {
  try {
    const { receipt, signature } = JSON.parse(row.receipt) as Receipt;
    const about = receipt.submissionId === row.submission && receipt.cell === cell && receipt.hash === row.hash && receipt.number === row.number && receipt.receivedAt === row.receivedAt;
    return about && verifies(null, Buffer.from(canonicalJson(receipt as unknown as Json), 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

async function lookAtDirectives({ db, cell, code, counters, say }: Looked): Promise<void> {
  const { count, last } = await directivesThere(db, cell);
  const says = counters.get('directives') ?? 0;
  if (says !== count || last !== count) say(WRONG.counter(code, NUMBERED.directives, says, count));
}

async function lookAtFiles({ db, cell, code, say }: Looked): Promise<void> {
  for (const { file, size, there } of await filesOf(db, cell)) {
    const pieces = await piecesThere(db, cell, file);
    let isWhole = pieces.length === there && there <= piecesOf(size);
    for (const index of pieces) {
      const found = await keptPiece(db, cell, file, index);
      isWhole &&= found !== undefined && sha256(found.box) === found.hash;
    }
    if (!isWhole) say(WRONG.pieces(code, file));
  }
}
