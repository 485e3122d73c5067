import { useEffect } from 'react';

/** Keeps the screen from going dark while the component is there, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let live = true;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      // Refused with a low battery: then the person touches the screen now and then.
      lock = (await (navigator as { wakeLock?: WakeLock }).wakeLock?.request('screen').catch(() => null)) ?? null;
      if (!live) void lock?.release();
    };
    const again = (): void => void hold();
    void hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      live = false;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
