import { useCallback, useState } from 'react';
import { SeriesReader } from '@/sync/admission';
import { qrKind } from '@/sync/qr-kind';

/** How far the reading is, and what stood in its way last: a name under `wrong` of the namespace `scan`, or `mixed` for another series. */
export interface Reading {
  readonly received: number;
  readonly total: number;
  readonly wrong: string | null;
}

const NOTHING: Reading = { received: 0, total: 0, wrong: null };

/** Gathers scanned texts until the bytes of one series are there. */
export function useSeries(onBytes: (bytes: Uint8Array<ArrayBuffer>) => void): { reading: Reading; read: (text: string) => void; restart: () => void } {
  const [reader] = useState(() => new SeriesReader());
  const [reading, setReading] = useState(NOTHING);
  const read = useCallback(
    (text: string) => {
      const told = reader.add(text);
      const wrong = told === 'other' ? 'mixed' : told === 'foreign' ? qrKind(text) : told === 'damaged' || told === 'newer' ? told : null;
      setReading({ received: reader.received, total: reader.total, wrong });
      if (told === 'whole' && reader.bytes) onBytes(reader.bytes);
    },
    [reader, onBytes],
  );
  const restart = useCallback(() => {
    reader.reset();
    setReading(NOTHING);
  }, [reader]);
  return { reading, read, restart };
}
