import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { APP_NOT_BUILT } from '../messages';
import { Refusal } from '../refusal';
import { sendRefusal } from './errors';

const INDEX = 'index.html';

/**
 * The built app's folder: beside the built server, or in dist/ when the server runs from its source. Null when it is not built.
 * @param main address of the running main file
 */
export function findApp(main: string): string | null {
  const folders = ['../app', '../../dist/app'].map((path) => fileURLToPath(new URL(path, main)));
  return folders.find((folder) => existsSync(join(folder, INDEX))) ?? null;
}

/** What has its content's hash in its name never changes; all else is asked for anew, which costs one small answer. */
const cacheFor = (path: string): string => (/[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** True for a person's browser asking for a page: the app's router takes it from there. */
const isNavigation = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !/^\/v1(\/|$|\?)/.test(request.url) && (request.headers.accept ?? '').includes('text/html');

/** Serves the app's files, and its first page for every address of a page. */
export async function serveApp(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null) {
    await app.register(staticFiles, {
      root: folder,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', cacheFor(path)),
    });
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (!isNavigation(request)) return sendRefusal(reply, new Refusal('notFound'));
    if (folder !== null) return reply.header('cache-control', 'no-cache').sendFile(INDEX);
    return reply.code(503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(APP_NOT_BUILT);
  });
}
