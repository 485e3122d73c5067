import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importKey, newId, randomBytes, utf8, type DeriveKey } from '@/crypto';
import { Book, BookDatabase } from '@/storage';
import type { Fetch } from '@/sync/api';
import { buildApp } from '@/server/http';
import { openContext } from '@/server/open';

/** A fast stand-in for Argon2id: the real one is proved in its own test. */
export const fastDerive: DeriveKey = async (passcode, params) => new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passcode + params.salt.join())));

/**
 * The real server over a temporary database, reached without a socket; `fault` may come between, before or after the server did its work.
 * @param server another build of it
 * @param dataDir where its data lies already
 */
export async function startWorld(server = { buildApp, openContext }, dataDir = mkdtempSync(join(tmpdir(), 'so-chi-bo-sync-'))) {
  const ctx = await server.openContext({ dataDir, databaseUrl: undefined });
  const app = await server.buildApp(ctx);
  const world = {
    ctx,
    app,
    fault: null as null | ((path: string) => 'before' | 'after' | Response | null),
    requests: [] as string[],
    send: (async (input, init) => {
      world.requests.push(input);
      const fault = world.fault?.(input) ?? null;
      if (fault === 'before') throw new TypeError('no network');
      const payload = typeof init.body === 'string' ? { payload: init.body } : {};
      const answer = await app.inject({ method: init.method as 'GET' | 'POST', url: input, headers: init.headers as Record<string, string>, ...payload });
      if (fault === 'after') throw new TypeError('reply lost');
      if (fault) return fault;
      return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': String(answer.headers['content-type'] ?? '') } });
    }) as Fetch,
    dataDir,
    /** Stops it and leaves its data. */
    async pause() {
      await app.close();
      await ctx.store.close();
    },
    async stop() {
      await world.pause();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** A phone with an empty book. */
export async function newPhone(): Promise<Book> {
  return new Book(new BookDatabase(`phone-${newId()}`), await importKey(randomBytes(32)));
}
