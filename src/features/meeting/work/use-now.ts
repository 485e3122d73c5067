import { useEffect, useState } from 'react';

/** The present moment, looked at again every `seconds`. */
export function useNow(seconds: number): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}
