/** What is over goes after its time, on both databases; what must stay stays. */
import { expect, it, vi } from 'vitest';
import { invite, signIn } from '@/server/accounts';
import { tidy, tidyDaily, verifyStore } from '@/server/care';
import { submit } from '@/server/submissions';
import { pull, push, putPart } from '@/server/vault';
import { onEngines } from '../support/on-engines';
import { sampleEnvelope, type TestOrg } from '../support/org';

const DAY = 24 * 60 * 60_000;
const NOTHING = { activation_codes: 0, invites: 0, admissions: 0, sign_in_links: 0, sessions: 0, snapshots: 0 };

onEngines('retention', (eachTime) => {
  let org: TestOrg;
  eachTime(async (planted) => {
    org = planted;
  });

  it('[KEEP-1] codes, invites, links and sessions go once they have been over for so long, snapshots that never came whole after a day; documents, log and devices stay', async () => {
    const device = await org.device();
    const caller = { cell: device.cell, device: device.deviceId };
    await org.code(org.cells[1]?.id);
    await signIn(org.ctx, await org.link());
    await org.link();
    await invite(org.ctx, caller, { lookup: 'AAAA-BBBBCCCC', sealedKey: 'AAAA' });
    await submit(org.ctx, caller, sampleEnvelope('sub-0001'));
    await push(org.ctx, caller, [{ id: 'batch-0001', box: 'AAAA' }]);
    await putPart(org.ctx, caller, { id: 'snapshot-0001', seq: 1, epoch: 1, chain: 'a'.repeat(64), parts: 2, part: 0, box: 'AAAA' });
    expect(await tidy(org.ctx, 30)).toEqual(NOTHING);
    org.clock.forward(2 * DAY);
    expect(await tidy(org.ctx, 30)).toEqual({ ...NOTHING, snapshots: 1 });
    // The session is over after twelve hours, the links after a day, the code after two weeks.
    org.clock.forward(30 * DAY);
    expect(await tidy(org.ctx, 30)).toEqual({ ...NOTHING, activation_codes: 1, invites: 1, sign_in_links: 2, sessions: 1 });
    org.clock.forward(14 * DAY);
    expect(await tidy(org.ctx, 30)).toEqual({ ...NOTHING, activation_codes: 1 });
    org.clock.forward(3650 * DAY);
    expect(await tidy(org.ctx, 1)).toEqual(NOTHING);
    expect((await pull(org.ctx, caller, 0)).head).toBe(1);
    expect((await submit(org.ctx, caller, sampleEnvelope('sub-0001'))).state).toBe('same');
    expect((await verifyStore(org.ctx.store)).wrong).toEqual([]);
  });

  it('[KEEP-2] a server tidies soon after its start and then every day, until it stops', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    try {
      let runs = 0;
      const store = { ...org.ctx.store, transact: async () => void (runs += 1) } as unknown as typeof org.ctx.store;
      const stop = tidyDaily({ ...org.ctx, store }, 30, () => undefined);
      expect(runs).toBe(0);
      vi.advanceTimersByTime(DAY / 2);
      expect(runs).toBe(1);
      vi.advanceTimersByTime(2 * DAY);
      expect(runs).toBe(3);
      stop();
      vi.advanceTimersByTime(5 * DAY);
      expect(runs).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('[KEEP-1] an admission that nobody came for stays until its device is shut out', async () => {
    const device = await org.device();
    const { db } = org.ctx.store;
    await db.insertInto('admissions').values({ cell: device.cell, device: device.deviceId, lookup_mac: `mac-${device.deviceId}`, made_by: 'x', expires_at: org.clock.now.toISOString(), used_at: null }).execute();
    org.clock.forward(100 * DAY);
    expect((await tidy(org.ctx, 30)).admissions).toBe(0);
    await db.updateTable('devices').set({ revoked_at: org.clock.now.toISOString() }).where('device', '=', device.deviceId).execute();
    expect((await tidy(org.ctx, 30)).admissions).toBe(1);
  });
});
