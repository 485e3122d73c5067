import { useEffect } from 'react';
import { readSetting, type Saver } from '@/storage';
import { lockSession } from './session';

const DEFAULT_MINUTES = 10;
/** A meeting lasts an hour and a half with the phone on the table: it must not ask for the passcode every ten minutes. */
const MEETING_MINUTES = 45;
const SIGNS = ['pointerdown', 'keydown', 'touchstart'] as const;

/** Locks after the set idle time, also when the phone was put away meanwhile; drafts are written out when it is put away. */
export function useIdleLock(saver: Saver, inMeeting: boolean): void {
  useEffect(() => {
    let last = Date.now();
    const alive = (): void => {
      last = Date.now();
    };
    const check = async (): Promise<void> => {
      // Read anew each time: the setting may have been changed a moment ago.
      const minutes = (await readSetting<number>(saver.book, 'idleMinutes').catch(() => undefined)) ?? DEFAULT_MINUTES;
      if (Date.now() - last > Math.max(minutes, inMeeting ? MEETING_MINUTES : 0) * 60_000) await lockSession();
    };
    const visibility = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush();
      else void check();
    };
    const leave = (): void => void saver.flush();
    const timer = setInterval(() => void check(), 15_000);
    for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true });
    document.addEventListener('visibilitychange', visibility);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, alive);
      document.removeEventListener('visibilitychange', visibility);
      window.removeEventListener('pagehide', leave);
    };
  }, [saver, inMeeting]);
}
