import { canonicalJson } from '@/domain';
import { findFrame, procedureFor } from '@/packs';
import { activate, issueCode, sha256, type DeviceCaller } from '../accounts';
import type { Context } from '../context';
import { COMMITTEE_CODE, importOrganisation } from '../organisation';
import { submit } from '../submissions';
import { DEMO, DEMO_SENT } from './people';
import { demoRecord } from './record';

const VIETNAM = 7 * 3_600_000;

/** Makes the demonstration committee with its cells and sent records, the way real ones come about: codes, devices, submissions. */
export async function plantDemo(ctx: Context): Promise<void> {
  const { cells } = await importOrganisation(ctx, DEMO, COMMITTEE_CODE.demo);
  for (const { code, device, monthsAgo } of DEMO_SENT) {
    const cell = cells.find((row) => row.code === code);
    const procedure = cell && procedureFor('regular', cell.profile);
    const frame = procedure && findFrame(procedure.params.frame);
    if (!cell || !procedure || !frame) continue;
    const caller = await demoDevice(ctx, cell.id, device);
    for (const [index, ago] of monthsAgo.entries()) {
      const date = meetingDate(ctx.now(), ago);
      if (date === null) continue;
      const body = demoRecord({ cellName: cell.name, place: `Phòng họp, ${cell.placeName}`, date, index }, procedure, frame);
      await submit(ctx, caller, { id: `demo-${code}-${date}`, hash: sha256(canonicalJson(body)), body });
    }
  }
}

async function demoDevice(ctx: Context, cell: string, deviceName: string): Promise<DeviceCaller> {
  const { code } = await issueCode(ctx, cell);
  const { deviceId } = await activate(ctx, { code, deviceName });
  return { cell, device: deviceId };
}

/** The third of the month some months ago, in Việt Nam; this month's only once it has passed. */
function meetingDate(now: Date, monthsAgo: number): string | null {
  const here = new Date(now.getTime() + VIETNAM);
  if (monthsAgo === 0 && here.getUTCDate() <= 3) return null;
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - monthsAgo, 3)).toISOString().slice(0, 10);
}
