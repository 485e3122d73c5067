/** Word between the tabs of one browser that rows have changed, so that each reads them again. */
export interface ChangeChannel {
  post(keys: readonly string[]): void;
  close(): void;
}

/** Opens the channel of a book; silent where the browser has none. */
export function openChannel(name: string, onKeys: (keys: readonly string[]) => void): ChangeChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (Array.isArray(event.data)) onKeys(event.data as string[]);
  };
  // In Node the open channel would keep a test process alive.
  (channel as { unref?: () => void }).unref?.();
  return { post: (keys) => channel.postMessage(keys), close: () => channel.close() };
}
