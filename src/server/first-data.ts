import { administratorsOf } from './accounts';
import { SettingError, type Config } from './config';
import type { Context } from './context';
import { manDemo, plantDemo } from './demo';
import { DEMO_DATA, ORGANISATION_PROBLEMS } from './messages';
import { COMMITTEE_CODE, importOrganisation } from './organisation';
import { Refusal } from './refusal';
import { accountsOf, listCommittees, type Committee } from './store';

/** Whose server this is. */
export interface Owner {
  readonly committee: Committee;
  readonly isDemo: boolean;
  /** [ACC-1] Somebody administers the committee, and can come in; until then each start prints the way in. */
  readonly isManned: boolean;
}

/**
 * Fills an empty database: with the organisation of ORG_FILE, or else with the demonstration. On later starts new cells of the
 * file are added. @throws SettingError when the file of a real organisation meets demonstration data
 */
export async function firstData(ctx: Context, { organisation }: Pick<Config, 'organisation'>): Promise<Owner> {
  const before = await listCommittees(ctx.store.db);
  if (organisation) {
    if (before.some(({ code }) => code === COMMITTEE_CODE.demo)) throw new SettingError('ORG_FILE', DEMO_DATA);
    const { committee } = await importOrganisation(ctx, organisation, COMMITTEE_CODE.real).catch((error: unknown) => {
      throw error instanceof Refusal ? new SettingError('ORG_FILE', ORGANISATION_PROBLEMS.refused(error.code)) : error;
    });
    return { committee, isDemo: false, isManned: await isManned(ctx, committee) };
  }
  if (before.length === 0) await plantDemo(ctx);
  const [committee] = await listCommittees(ctx.store.db);
  if (!committee) throw new Error('no committee after the first start');
  const isDemo = committee.code === COMMITTEE_CODE.demo;
  if (isDemo) await manDemo(ctx, committee.committee);
  return { committee, isDemo, isManned: await isManned(ctx, committee) };
}

const isManned = async (ctx: Context, { committee }: Committee): Promise<boolean> => administratorsOf(await accountsOf(ctx.store.db, committee)).length > 0;
