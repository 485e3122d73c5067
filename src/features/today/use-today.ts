import { useEffect, useState } from 'react';
import { dateInVietnam, type CalendarDate } from '@/domain';

const now = (): CalendarDate => dateInVietnam(new Date().toISOString());

/** The date, also for a page that stood open over midnight. */
export function useToday(): CalendarDate {
  const [today, setToday] = useState(now);
  useEffect(() => {
    const look = (): void => setToday(now());
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return today;
}
