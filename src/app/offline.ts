import type { Workbox } from 'workbox-window';
import { createStore } from 'zustand/vanilla';
import { useSyncExternalStore } from 'react';

/** What is known of the app's own files on this device. `ready`: null until it is known. */
export interface OfflineState {
  readonly ready: boolean | null;
  readonly updateWaiting: boolean;
}

const state = createStore<OfflineState>(() => ({ ready: null, updateWaiting: false }));
let workbox: Workbox | null = null;

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

function follow(worker: Workbox): void {
  workbox = worker;
  workbox.addEventListener('waiting', () => state.setState({ updateWaiting: true }));
  workbox.addEventListener('controlling', () => void refresh());
  workbox.addEventListener('activated', () => void refresh());
  navigator.serviceWorker.addEventListener('controllerchange', () => void refresh());
  workbox.register({ immediate: true }).then(refresh, () => state.setState({ ready: false }));
}

/** Takes the waiting update: the page loads again once the new version is in charge. Everything typed must be written before. */
export function takeUpdate(): void {
  if (!workbox) return;
  workbox.addEventListener('controlling', () => location.reload());
  workbox.messageSkipWaiting();
}
