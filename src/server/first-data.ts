import { SettingError, type Config } from './config';
import type { Context } from './context';
import { plantDemo } from './demo';
import { DEMO_DATA, ORGANISATION_PROBLEMS } from './messages';
import { COMMITTEE_CODE, importOrganisation } from './organisation';
import { Refusal } from './refusal';
import { listCommittees, type Committee } from './store';

/** Whose server this is. */
export interface Owner {
  readonly committee: Committee;
  readonly isDemo: boolean;
  /** The committee came into the database at this start: nobody can have signed in yet. */
  readonly isNew: boolean;
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
    return { committee, isDemo: false, isNew: before.length === 0 };
  }
  if (before.length === 0) await plantDemo(ctx);
  const [committee] = await listCommittees(ctx.store.db);
  if (!committee) throw new Error('no committee after the first start');
  return { committee, isDemo: committee.code === COMMITTEE_CODE.demo, isNew: before.length === 0 };
}
