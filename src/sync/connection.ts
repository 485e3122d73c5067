import { deriveInWorker, newJoinCode, newRing, openSealedRing, sealRing, splitJoinCode, type DeriveKey, type StoredRing } from '@/crypto';
import type { Json } from '@/domain';
import { ActivateAnswer, DevicesAnswer, InviteAnswer, JoinAnswer, type AdmitRequest, type CellInfo } from '@/protocol';
import { readSecret, writeSecret, type Book } from '@/storage';
import { Api, ApiError, type Fetch } from './api';
import { addToRing, freshKeys, loadRing } from './keyring';
import { rebind, type Bound } from './rebind';

/** What binds this device to its cell on a server. Kept sealed under the device's data key. */
export interface Connection {
  readonly base: string;
  /** Empty while the device waits to come in, see `admission`. */
  readonly token: string;
  readonly deviceId: string;
  readonly cellId: string;
  /** The server's Ed25519 public key as first met, base64 of the raw 32 bytes: receipts are checked against it. */
  readonly serverKey: string;
  /** The cell's one key, in connections made before there were rings. */
  readonly cellKey?: string;
  /** Ids under which this very book was let in before. */
  readonly former?: readonly string[];
  /** Batches sealed under a former id: met in the log, or sent anew. */
  readonly stale?: readonly string[];
  /** [ADMIT-8] How a device that was let in without a network gets its token. */
  readonly admission?: AdmitRequest;
}

/** Connections as last read: for a file that is made when the database can no longer be read. */
const lastRead = new WeakMap<Book, Connection>();

/** The connection of a book; undefined while it works without a server. */
export async function loadConnection(book: Book): Promise<Connection | undefined> {
  const connection = (await readSecret(book, 'connection')) as Connection | undefined;
  if (connection) lastRead.set(book, connection);
  return connection;
}

/** The same where the database cannot be read: as it was when it could. */
export const recallConnection = (book: Book): Promise<Connection | undefined> => loadConnection(book).catch(() => lastRead.get(book));

/** What the server tells whoever is let in. */
interface LetIn {
  readonly token: string;
  readonly deviceId: string;
  readonly serverKey: string;
  readonly cell: CellInfo;
}

/** Binds the book to its cell. Keys that it has of this cell it keeps. */
export async function connect(book: Book, base: string, answer: LetIn, ring: StoredRing): Promise<Connection> {
  const before = await loadConnection(book);
  const next = { base, token: answer.token, deviceId: answer.deviceId, cellId: answer.cell.id, serverKey: answer.serverKey };
  if (before) await loadRing(book, before);
  // A book restored as a device of its own knows whose it was.
  const { sameLog, ...own } = await rebind(book, before ?? ((await readSecret(book, 'cameFrom')) as Bound | undefined), next);
  if (sameLog) await addToRing(book, ring);
  else await writeSecret(book, 'keyring', ring as unknown as Json);
  const connection: Connection = { ...next, ...own };
  await writeSecret(book, 'connection', connection as unknown as Json);
  return connection;
}

/** What a device shows to be let in. [ACT-4] The same `attempt` with the same code gets the answer again that was lost on the way. */
export interface Entry {
  readonly code: string;
  readonly deviceName: string;
  readonly attempt: string;
}

/**
 * Lets this device in as the cell's first, with the committee's activation code, and makes the cell's key.
 * What the committee knows of the cell (name, superior, place) is written into the book.
 * @throws ApiError with the code's reason
 */
export async function activate(book: Book, base: string, entry: Entry, send?: Fetch): Promise<Connection> {
  const answer = await new Api(base, null, send).ask(ActivateAnswer, 'POST', '/v1/activate', entry);
  const connection = await connect(book, base, answer, await newRing(answer.epoch));
  const known = await book.read('cell:cell');
  const told: Record<string, string> = { name: answer.cell.name, superior: answer.cell.superior, placeName: answer.cell.placeName, profile: answer.cell.profile };
  await book.write(
    Object.entries(told)
      .filter(([field, value]) => value !== '' && known[field] !== value)
      .map(([field, value]) => ({ key: 'cell:cell' as const, field, value })),
  );
  return connection;
}

/** [JOIN-1] Leaves the cell's keys on the server for a second device, and gives the code to type there. @throws ApiError */
export async function invite(book: Book, connection: Connection, derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<{ code: string; expiresAt: string }> {
  // With an older key than the cell's newest the new device could not read what follows.
  const { stored, isLeftOut } = await freshKeys(book, connection, send);
  if (isLeftOut) throw new ApiError('leftOut');
  const code = newJoinCode();
  const sealed = await sealRing(stored, code, derive);
  const answer = await new Api(connection.base, connection.token, send).ask(InviteAnswer, 'POST', '/v1/invites', sealed);
  return { code, expiresAt: answer.expiresAt };
}

/** Lets this device in as a further one of the cell, with a code from another. @throws ApiError; `codeUnknown` also for a wrong secret part. */
export async function join(book: Book, base: string, { code, deviceName, attempt }: Entry, derive: DeriveKey, send?: Fetch): Promise<Connection> {
  const parts = splitJoinCode(code);
  if (!parts) throw new ApiError('codeUnknown');
  const answer = await new Api(base, null, send).ask(JoinAnswer, 'POST', '/v1/join', { lookup: parts.lookup, deviceName, attempt });
  const ring = await openSealedRing(answer.sealedKey, code, derive);
  if (!ring) throw new ApiError('codeUnknown');
  return connect(book, base, answer, ring);
}

/** One device of the cell as the server knows it. Moments are ISO texts of the server's clock. */
export interface CellDevice {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: string;
  /** Null until its first request after being let in. */
  readonly lastSeenAt: string | null;
  /** The device that asks. */
  readonly self: boolean;
  /** Let in without a network, and not come yet. */
  readonly awaited?: boolean | undefined;
}

/** A device that was shut out, and when it was told. */
export interface RevokedDevice {
  readonly id: string;
  readonly name: string;
  readonly revokedAt: string;
  /** Null until it asked the server for something. */
  readonly toldAt: string | null;
}

/** The cell's devices, with a copy kept sealed in the book, so that their names are known without a network too. @throws ApiError */
export async function listDevices(book: Book, connection: Connection, send?: Fetch): Promise<{ devices: readonly CellDevice[]; revoked: readonly RevokedDevice[] }> {
  const { devices, revoked = [] } = await new Api(connection.base, connection.token, send).ask(DevicesAnswer, 'GET', '/v1/devices');
  await writeSecret(book, 'devices', devices);
  return { devices, revoked };
}

/** The devices as last heard of; empty before the first time. */
export const knownDevices = async (book: Book): Promise<readonly CellDevice[]> => ((await readSecret(book, 'devices')) as readonly CellDevice[] | undefined) ?? [];

export { codeKind } from './code';
