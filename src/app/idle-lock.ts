import { useEffect } from 'react';
import { readSetting, type Saver } from '@/storage';
import { lockSession } from './session';

const IDLE_MINUTES = 10;
const AWAY_MINUTES = 5;
/** A meeting lasts an hour and a half with the phone on the table: it must not ask for the passcode every ten minutes. */
const MEETING_MINUTES = 45;
const SIGNS = ['pointerdown', 'keydown', 'touchstart'] as const;

/**
 * [LOCK-1] Locks after the set time without a touch. [LOCK-2] Locks when the app was put away for longer than its own set time; 0 locks as
 * soon as it is put away, also in a meeting. What is being typed is written out when the app is put away, and before any lock.
 */
export function useIdleLock(saver: Saver, inMeeting: boolean): void {
  useEffect(() => {
    let last = Date.now();
    const isAway = (): boolean => document.visibilityState === 'hidden';
    let away = isAway() ? last : 0;
    /** What was set when last looked: a touch cannot wait for the database. */
    let limits = [IDLE_MINUTES, AWAY_MINUTES];
    const overdue = (): boolean =>
      [last, away].some((since, which) => {
        const minutes = limits[which]!;
        const gone = Date.now() - since;
        // A clock that was set back tells nothing of how long it was: that is too long.
        return since > 0 && (gone < 0 || gone >= (minutes && inMeeting ? Math.max(minutes, MEETING_MINUTES) : minutes) * 60_000);
      });
    const check = async (): Promise<void> => {
      // Read anew each time: the setting may have been changed a moment ago.
      const set = (name: string, otherwise: number) => readSetting<number>(saver.book, name).then((minutes) => minutes ?? otherwise, () => otherwise);
      limits = await Promise.all([set('idleMinutes', IDLE_MINUTES), set('awayMinutes', AWAY_MINUTES)]);
      if (overdue()) await lockSession();
    };
    const alive = (): void => {
      // The first touch after a long sleep must not pass for a sign of life.
      if (overdue()) void lockSession();
      else last = Date.now();
    };
    const visibility = (): void => {
      if (isAway()) {
        away = Date.now();
        void saver.flush();
      }
      void check().then(() => {
        if (!isAway()) away = 0;
      });
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
