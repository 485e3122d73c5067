/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

const manifest = self.__WB_MANIFEST;
cleanupOutdatedCaches();
precacheAndRoute(manifest);
// Every page of the app is the same document, so that a deep link opens with the server dead. The server's own answers are never cached.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1\//, /^\/healthz/, /^\/readyz/] }));
clientsClaim();

/** The file's place in the cache when it is not there; null when it is. */
async function missing(entry: (typeof manifest)[number]): Promise<string | null> {
  const key = getCacheKeyForURL(typeof entry === 'string' ? entry : entry.url);
  return key !== undefined && (await caches.match(key)) === undefined ? key : null;
}

/**
 * True when every file of this version is in the cache: only then may the screen say "ready for offline". What the browser has thrown
 * away is fetched again, where its name vouches for its content.
 */
async function everythingCached(): Promise<boolean> {
  const gone = (await Promise.all(manifest.map(missing))).filter((key) => key !== null);
  const cache = await caches.open(cacheNames.precache);
  const back = gone.map((key) => (key.includes('/assets/') ? cache.add(key) : Promise.reject(new Error('changes with versions'))));
  return (await Promise.allSettled(back)).every(({ status }) => status === 'fulfilled');
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const data = event.data as { type?: string } | null;
  // A person asked for the update; it never takes over by itself.
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data?.type === 'IS_READY') event.waitUntil(everythingCached().then((ready) => event.ports[0]?.postMessage(ready)));
});
