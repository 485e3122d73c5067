import type { Tx } from './database';

/** What was cleared away, rows by table. */
export type Cleared = Readonly<Record<'activation_codes' | 'invites' | 'admissions' | 'sign_in_links' | 'sessions' | 'snapshots', number>>;

const many = (rows: readonly { numDeletedRows: bigint }[]): number => Number(rows.reduce((sum, row) => sum + row.numDeletedRows, 0n));

/**
 * [KEEP-1] Deletes what let somebody in and has been over since before `ended`, and snapshots that began to come before `begun` and never
 * came whole. Documents, the log, directives, devices and files have no way out of here.
 */
export async function clearEnded(tx: Tx, { ended, begun }: { ended: string; begun: string }): Promise<Cleared> {
  const codes = await tx.deleteFrom('activation_codes').where((eb) => eb.or([eb('expires_at', '<', ended), eb('used_at', '<', ended)])).execute();
  const invites = await tx.deleteFrom('invites').where('expires_at', '<', ended).execute();
  // [ADMIT-6] One that nobody came for still says that its device is to be shut out: it goes once that has been done.
  const admissions = await tx
    .deleteFrom('admissions')
    .where((eb) => {
      const out = eb.selectFrom('devices').select('devices.device').whereRef('devices.cell', '=', 'admissions.cell').whereRef('devices.device', '=', 'admissions.device').where('revoked_at', 'is not', null);
      return eb.or([eb('used_at', '<', ended), eb.and([eb('expires_at', '<', ended), eb.exists(out)])]);
    })
    .execute();
  const links = await tx.deleteFrom('sign_in_links').where('expires_at', '<', ended).execute();
  const sessions = await tx.deleteFrom('sessions').where('expires_at', '<', ended).execute();
  await tx
    .deleteFrom('snapshot_parts')
    .where((eb) => {
      const late = eb.selectFrom('snapshots').select('snapshots.snapshot').whereRef('snapshots.cell', '=', 'snapshot_parts.cell').whereRef('snapshots.snapshot', '=', 'snapshot_parts.snapshot').where('committed_at', 'is', null).where('begun_at', '<', begun);
      return eb.exists(late);
    })
    .execute();
  const snapshots = await tx.deleteFrom('snapshots').where('committed_at', 'is', null).where('begun_at', '<', begun).execute();
  return { activation_codes: many(codes), invites: many(invites), admissions: many(admissions), sign_in_links: many(links), sessions: many(sessions), snapshots: many(snapshots) };
}
