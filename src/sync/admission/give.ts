import { deriveInWorker, randomBytes, toBase64, toHex, type Bytes, type DeriveKey } from '@/crypto';
import { compareCode, readAsk } from '@/crypto/ask-code';
import { joinGrant, newGrantPassphrase, sealGrant, type Place } from '@/crypto/grant';
import { newId, type Saver } from '@/storage';
import { createBackup, type Counts, type Told } from '@/storage/backup';
import { prepareBackup } from '../before-backup';
import { loadConnection } from '../connection';
import { loadRing } from '../keyring';
import { keepAdmission } from './queue';

/** What is asked for, and by whom. */
export interface Giving {
  readonly saver: Saver;
  /** What the new device showed; its code was compared before. */
  readonly ask: string;
  /** The whole book, or only the keys and the cell's name. */
  readonly share: 'book' | 'cell';
  readonly told: Told;
  /** Where the app is used from, see `Grant.origin`. */
  readonly origin: string;
  /** How the cell's other devices see it listed until it has come. */
  readonly name: string;
  /** The place that the same device was given a moment ago, in another parcel: it is one device. */
  readonly place?: Place | null | undefined;
}

/** What goes over to the new device, as a series of pictures or as a file. */
export interface Given {
  readonly bytes: Bytes;
  /** What both screens show once it is there. */
  readonly code: string;
  readonly counts: Counts;
  /** Attached files of the book: their content does not come along. */
  readonly files: number;
  readonly place: Place | null;
  /** To be called before anything is shown: from then on the new device can come. */
  readonly keep: () => Promise<void>;
}

/**
 * [ADMIT-3] Seals the book, the cell's keys and a place among its devices to the device that asks. Works without a network. A book that
 * no server knows is given without keys and place. @throws RangeError for an ask that is not right
 */
export async function give({ saver, ask, share, told, origin, name, place: before }: Giving, derive: DeriveKey = deriveInWorker): Promise<Given> {
  const { book } = saver;
  const publicKey = readAsk(ask);
  if (!publicKey) throw new RangeError('no ask');
  await saver.flush();
  // A connection that does not open must not keep the rest from going over.
  const logCell = await prepareBackup(book).catch(() => undefined);
  const connection = await loadConnection(book);
  const passphrase = newGrantPassphrase();
  const { bytes: pieces, counts, files } = await createBackup({ saver, passphrase, told, logCell, share }, derive);
  // A device that has not come in itself cannot name another.
  const place: Place | null = connection?.token
    ? before ?? {
        cell: connection.cellId,
        device: newId(),
        lookup: toHex(randomBytes(16)),
        serverKey: connection.serverKey,
        former: [connection.deviceId, ...(connection.former ?? [])],
      }
    : null;
  const box = await sealGrant({ passphrase, origin, place }, publicKey);
  const backup = new Uint8Array(await new Blob([...pieces]).arrayBuffer());
  const keep = async (): Promise<void> => {
    if (!place || !connection) return;
    const { current } = await loadRing(book, connection);
    await keepAdmission(book, { cell: place.cell, device: place.device, lookup: place.lookup, publicKey: toBase64(publicKey), epoch: current, name, madeAt: told.made });
  };
  return { bytes: joinGrant({ box, backup }), code: await compareCode('grant', box, derive), counts, files: files.left, place, keep };
}
