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
    let minutes = DEFAULT_MINUTES;
    void readSetting<number>(saver.book, 'idleMinutes').then((set) => (minutes = set ?? DEFAULT_MINUTES));
    const alive = (): void => {
      last = Date.now();
    };
    const check = (): void => {
      if (Date.now() - last > Math.max(minutes, inMeeting ? MEETING_MINUTES : 0) * 60_000) void lockSession();
    };
    const visibility = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush();
      else check();
    };
    const leave = (): void => void saver.flush();
    const timer = setInterval(check, 15_000);
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
