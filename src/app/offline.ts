import type { Workbox } from 'workbox-window';
import { createStore } from 'zustand/vanilla';
import { useSyncExternalStore } from 'react';

/** What is known of the app's own files on this device. `ready`: null until it is known. */
export interface OfflineState {
  readonly ready: boolean | null;
  readonly updateWaiting: boolean;
}

const state = createStore<OfflineState>(() => ({ ready: null, updateWaiting: false }));

/** Follows {@link OfflineState}. */
export const useOffline = (): OfflineState => useSyncExternalStore(state.subscribe, state.getState);

/** Asks the worker in charge of this page whether every file is in its cache. */
async function askReady(): Promise<boolean> {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return false;
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const late = setTimeout(() => resolve(false), 5000);
    channel.port1.onmessage = (event: MessageEvent<boolean>) => {
      clearTimeout(late);
      resolve(event.data);
    };
    worker.postMessage({ type: 'IS_READY' }, [channel.port2]);
  });
}

const refresh = async (): Promise<void> => state.setState({ ready: await askReady() });

/** Registers the worker. An update waits until a person takes it. */
export function startOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) {
    state.setState({ ready: false });
    return;
  }
  // Loaded apart: the first screen does not wait for it.
  void import('workbox-window').then(({ Workbox: Window }) => follow(new Window('/sw.js')));
}

function follow(workbox: Workbox): void {
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  const offer = (): void => state.setState({ updateWaiting: true });
  workbox.addEventListener('waiting', offer);
  workbox.addEventListener('activated', () => void refresh());
  serviceWorker.addEventListener('controllerchange', () => {
    void refresh();
    // Taken in another tab: this page is of the version before, and should be loaded anew when it suits the person.
    if (controlled) offer();
    controlled = true;
  });
  workbox.register({ immediate: true }).then(refresh, () => state.setState({ ready: false }));
  // A phone that keeps the app open for days asks for a new version when it is taken out of the pocket.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') workbox.update().catch(() => undefined);
  });
}

/** Takes the waiting update: the page loads again once the new version is in charge. Everything typed must be written before. */
export async function takeUpdate(): Promise<void> {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  waiting.postMessage({ type: 'SKIP_WAITING' });
}
