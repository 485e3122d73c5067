/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

const manifest = self.__WB_MANIFEST;
cleanupOutdatedCaches();
precacheAndRoute(manifest);
// Every page of the app is the same document, so that a deep link opens with the server dead. The server's own answers are never cached.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1\//, /^\/healthz/, /^\/readyz/] }));
clientsClaim();

/** True when every file of this version is in the cache: only then may the screen say "ready for offline". */
async function everythingCached(): Promise<boolean> {
  const found = await Promise.all(
    manifest.map(async (entry) => {
      const url = typeof entry === 'string' ? entry : entry.url;
      const key = getCacheKeyForURL(url);
      return key !== undefined && (await caches.match(key)) !== undefined;
    }),
  );
  return found.every(Boolean);
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const data = event.data as { type?: string } | null;
  // A person asked for the update; it never takes over by itself.
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data?.type === 'IS_READY') event.waitUntil(everythingCached().then((ready) => event.ports[0]?.postMessage(ready)));
});
