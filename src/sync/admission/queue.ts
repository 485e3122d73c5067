import { fromBase64, openRing, sealEpoch, toBase64, vouch, type StoredRing } from '@/crypto';
import type { Json } from '@/domain';
import { AdmissionAnswer } from '@/protocol';
import { readSecret, updateSecret, type Book } from '@/storage';
import { ApiError, type Api } from '../api';
import type { Connection } from '../connection';
import { revokeDevice, type KeyKeeper } from '../keyring';

/** A device that was let in here and that the server has not been told of yet. */
export interface KeptAdmission {
  readonly cell: string;
  readonly device: string;
  readonly lookup: string;
  /** Base64. */
  readonly publicKey: string;
  /** The newest epoch that it was given. */
  readonly epoch: number;
  readonly name: string;
  /** ISO text of this device's clock. */
  readonly madeAt: string;
  /** Taken back by the person: it may hold the cell's keys, so it is named, and shut out at once. */
  readonly off?: boolean;
}

const NAME = 'admissions';
const listOf = (value: Json | undefined): readonly KeptAdmission[] => (value as unknown as readonly KeptAdmission[] | undefined) ?? [];
const change = (book: Book, make: (before: readonly KeptAdmission[]) => readonly KeptAdmission[]): Promise<Json> =>
  updateSecret(book, NAME, (before: Json | undefined) => make(listOf(before)) as unknown as Json);

/** The admissions that wait for a contact with the server, oldest first. */
export const keptAdmissions = async (book: Book): Promise<readonly KeptAdmission[]> => listOf(await readSecret(book, NAME));

/** [ADMIT-7] Notes an admission, sealed, to be told at the next contact. */
export async function keepAdmission(book: Book, admission: KeptAdmission): Promise<void> {
  await change(book, (all) => [...all.filter(({ device }) => device !== admission.device), admission]);
}

/** [ADMIT-7] Takes an admission back. */
export async function takeBackAdmission(book: Book, device: string): Promise<void> {
  await change(book, (all) => all.map((one) => (one.device === device ? { ...one, off: true } : one)));
}

/** The keys of the epochs that began since the device was given its own, sealed for it one upon the other. */
async function boxesSince(stored: StoredRing, { cell, device, publicKey, epoch: since }: KeptAdmission): Promise<{ epoch: number; box: string }[]> {
  const boxes: { epoch: number; box: string }[] = [];
  for (let epoch = since + 1; epoch <= stored.current; epoch += 1) {
    const key = stored.keys.findLast((one) => one.epoch === epoch);
    if (!key || !stored.keys.some((one) => one.epoch === epoch - 1)) break;
    const before = await openRing({ ...stored, current: epoch - 1 });
    boxes.push({ epoch, box: toBase64(await sealEpoch(before, fromBase64(key.key), { holder: device, publicKey: fromBase64(publicKey) }, cell)) });
  }
  return boxes;
}

async function tell(api: Api, keeper: KeyKeeper, one: KeptAdmission): Promise<void> {
  const { ring, stored } = keeper;
  const voucher = toBase64(await vouch(ring.current, one.device, fromBase64(one.publicKey), one.cell));
  const { device, lookup, publicKey, name } = one;
  await api.ask(AdmissionAnswer, 'POST', '/v1/admissions', { device, lookup, publicKey, name, voucher, epoch: ring.epoch, boxes: await boxesSince(stored, one) });
}

/**
 * [ADMIT-7] Tells the server of the devices that were let in here. What the server does not take (an older one, a new epoch just begun)
 * stays for the next run. @throws ApiError when the line failed
 */
export async function tellAdmissions(book: Book, keeper: KeyKeeper, connection: Connection): Promise<void> {
  for (const one of await keptAdmissions(book)) {
    try {
      if (one.cell === connection.cellId) await tell(keeper.api, keeper, one);
      if (one.off) await revokeDevice(book, connection, one.device, keeper.api.send);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.reason === 'epochTaken' || error.reason === 'notFound') continue;
      // Never to be taken: this device is known under another key.
      if (error.reason !== 'contentMismatch') throw error;
    }
    await change(book, (all) => all.filter(({ device, off }) => device !== one.device || off !== one.off));
  }
}
