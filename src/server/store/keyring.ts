import type { Db, Tx } from './database';

/** How a cell's keys stand. */
export interface KeyState {
  readonly epoch: number;
  readonly rotationDue: boolean;
}

/** [KEY-10] The present epoch (1 for cells older than epochs), and whether somebody was shut out since it began. */
export async function keyState(db: Db, cell: string): Promise<KeyState> {
  const { epoch, out } = await db
    .selectNoFrom((eb) => [
      eb.selectFrom('epochs').select(({ fn }) => fn.max<number>('epoch').as('epoch')).where('cell', '=', cell).as('epoch'),
      eb.selectFrom('devices').select(({ fn }) => fn.max<number>('revoked_epoch').as('out')).where('cell', '=', cell).where('revoked_at', 'is not', null).as('out'),
    ])
    .executeTakeFirstOrThrow();
  return { epoch: epoch ?? 1, rotationDue: (out ?? 0) >= (epoch ?? 1) };
}

/** An epoch and, for the one who asks, its box. */
export interface EpochRow {
  readonly epoch: number;
  readonly keyId: string | null;
  readonly madeBy: string;
  readonly box: string | null;
}

/** A cell's epochs, oldest first, with the boxes of one holder. */
export function epochsOf(db: Db, cell: string, holder: string): Promise<EpochRow[]> {
  return db
    .selectFrom('epochs')
    .leftJoin('keyring', (join) => join.onRef('keyring.cell', '=', 'epochs.cell').onRef('keyring.epoch', '=', 'epochs.epoch').on('holder', '=', holder))
    .select(['epochs.epoch', 'key_id as keyId', 'made_by as madeBy', 'box'])
    .where('epochs.cell', '=', cell)
    .orderBy('epochs.epoch')
    .execute();
}

/** Begins an epoch. */
export async function insertEpoch(tx: Tx, row: { cell: string; epoch: number; keyId: string | null; madeBy: string; now: string }): Promise<void> {
  await tx.insertInto('epochs').values({ cell: row.cell, epoch: row.epoch, key_id: row.keyId, made_by: row.madeBy, made_at: row.now }).execute();
}

/** The device that began an epoch says its key's id, once. */
export async function nameEpoch(tx: Tx, row: { cell: string; epoch: number; keyId: string; madeBy: string }): Promise<void> {
  await tx
    .updateTable('epochs')
    .set({ key_id: row.keyId })
    .where('cell', '=', row.cell)
    .where('epoch', '=', row.epoch)
    .where('made_by', '=', row.madeBy)
    .where('key_id', 'is', null)
    .execute();
}

/** Keeps the boxes of an epoch. */
export async function insertBoxes(tx: Tx, cell: string, epoch: number, boxes: readonly { holder: string; box: string }[]): Promise<void> {
  await tx.insertInto('keyring').values(boxes.map(({ holder, box }) => ({ cell, epoch, holder, box }))).execute();
}

/** Keeps boxes of several epochs for one holder; those that it has stay. */
export async function mergeBoxes(tx: Tx, cell: string, holder: string, boxes: readonly { epoch: number; box: string }[]): Promise<void> {
  if (boxes.length === 0) return;
  await tx.insertInto('keyring').values(boxes.map(({ epoch, box }) => ({ cell, epoch, holder, box }))).onConflict((on) => on.doNothing()).execute();
}

/** A device's public key and the cell's word on it. */
export async function setDeviceKey(tx: Tx, cell: string, device: string, key: { readonly publicKey: string; readonly voucher: string }): Promise<void> {
  await tx.updateTable('devices').set({ public_key: key.publicKey, voucher: key.voucher }).where('cell', '=', cell).where('device', '=', device).execute();
}

/** The word on a device's key under a new epoch. */
export async function setVoucher(tx: Tx, cell: string, device: string, voucher: string): Promise<void> {
  await tx.updateTable('devices').set({ voucher }).where('cell', '=', cell).where('device', '=', device).execute();
}

/** A cell's recovery sheet. */
export interface SheetRow {
  readonly cell: string;
  readonly publicKey: string;
  readonly voucher: string;
  /** Base64; only the sheet opens it. */
  readonly sealedKey: string;
  readonly madeBy: string;
  readonly madeAt: string;
}

const SHEET = ['cell', 'public_key as publicKey', 'voucher', 'sealed_key as sealedKey', 'made_by as madeBy', 'made_at as madeAt'] as const;

/** [KEY-13] Puts a sheet in the place of the one before, whose boxes go with it. */
export async function putSheet(tx: Tx, { cell, publicKey, voucher, sealedKey, madeBy, madeAt, mac }: SheetRow & { readonly mac: string }, holder: string): Promise<void> {
  await tx.deleteFrom('keyring').where('cell', '=', cell).where('holder', '=', holder).execute();
  await tx.deleteFrom('recovery_sheets').where('cell', '=', cell).execute();
  await tx
    .insertInto('recovery_sheets')
    .values({ cell, lookup_mac: mac, public_key: publicKey, voucher, sealed_key: sealedKey, made_by: madeBy, made_at: madeAt })
    .execute();
}

/** The word on the sheet's key under a new epoch. */
export async function setSheetVoucher(tx: Tx, cell: string, voucher: string): Promise<void> {
  await tx.updateTable('recovery_sheets').set({ voucher }).where('cell', '=', cell).execute();
}

/** A cell's sheet. */
export function sheetOf(db: Db, cell: string): Promise<SheetRow | undefined> {
  return db.selectFrom('recovery_sheets').select(SHEET).where('cell', '=', cell).executeTakeFirst();
}

/** The sheet with this keyed hash of its lookup. */
export function sheetByMac(db: Db, mac: string): Promise<SheetRow | undefined> {
  return db.selectFrom('recovery_sheets').select(SHEET).where('lookup_mac', '=', mac).executeTakeFirst();
}
