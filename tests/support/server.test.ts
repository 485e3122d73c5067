import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './server';

let dir = '';
const program = (name: string, source: string): string => {
  writeFileSync(join(dir, name), source);
  return join(dir, name);
};
const LISTENS = `
  import { createServer } from 'node:http';
  const server = createServer((_, answer) => answer.end(process.env.GREETING ?? 'none'));
  server.listen(Number(process.env.PORT), process.env.HOST, () => {
    console.log(JSON.stringify({ msg: 'Server listening at http://127.0.0.1:' + server.address().port }));
    setTimeout(() => console.log('code ABC-123'), 30);
  });`;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fake-server-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('startServer', () => {
  it('waits for the address, survives a kill on the same port, and leaves nothing behind', async () => {
    const first = await startServer({ entry: program('ok.mjs', LISTENS), env: { GREETING: 'hello' } });
    expect(await (await fetch(first.url)).text()).toBe('hello');
    expect((await first.waitFor(/code (\S+)/))[1]).toBe('ABC-123');
    await first.kill9();
    await expect(fetch(first.url)).rejects.toThrow();
    const second = await first.restart();
    expect(second.port).toBe(first.port);
    expect(second.pid).not.toBe(first.pid);
    expect(await (await fetch(second.url)).text()).toBe('hello');
    await second.stop();
    await expect(fetch(first.url)).rejects.toThrow();
    expect(existsSync(first.dataDir)).toBe(false);
  });

  it('says what the server printed when it ends at once', async () => {
    const entry = program('bad.mjs', `console.error('PORT must be a number'); process.exit(2);`);
    await expect(startServer({ entry })).rejects.toThrow('PORT must be a number');
  });

  it('does not hand the settings of the person testing to the server', async () => {
    process.env['DATABASE_URL'] = 'postgres://production/';
    const entry = program('env.mjs', LISTENS.replace('process.env.GREETING', 'process.env.DATABASE_URL'));
    const server = await startServer({ entry });
    delete process.env['DATABASE_URL'];
    expect(await (await fetch(server.url)).text()).toBe('none');
    await server.stop();
  });
});
