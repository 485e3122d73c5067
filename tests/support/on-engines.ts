/** A suite that must hold on every database: opened before its tests, with an organisation planted anew before each. */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { engines, type Engine } from './engines';
import { openTestContext, plantOrg, type TestOrg } from './org';

export interface Opened extends Awaited<ReturnType<typeof openTestContext>> {
  /** The DATABASE_URL that it was opened with; undefined for the embedded one. */
  readonly url: string | undefined;
}
/** What a suite does before each test with the organisation that was planted for it. */
export type EachTime = (plant: (org: TestOrg, opened: Opened) => void | Promise<void>) => void;

export function onEngines(title: string, suite: (eachTime: EachTime, engine: Engine) => void): void {
  for (const engine of engines()) {
    describe.skipIf(!engine.available)(`${title} on ${engine.name}`, () => {
      let opened: Opened | undefined;
      beforeAll(async () => {
        await engine.start();
        const url = await engine.url();
        opened = { ...(await openTestContext(url)), url };
      });
      afterAll(async () => {
        await opened?.close();
        await engine.stop();
      });
      suite((plant) => beforeEach(async () => plant(await plantOrg(opened!.ctx, opened!.clock), opened!)), engine);
    });
  }
}
