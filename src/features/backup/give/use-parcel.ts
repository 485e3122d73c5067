import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { useSaver, type BookMode } from '@/storage';
import { give, type Given } from '@/sync/admission';

/** What is packed for the new device: all of the book, or only the keys. */
export type Share = 'book' | 'cell';

/** What is packed; null while it is being packed, `failed` where that came to nothing. */
export type Packed = Given | 'failed' | null;

/** Packs the book for the device that asked; anew when something else is to be given. */
export function useParcel(ask: string, mode: BookMode): { packed: Packed; share: Share; pack: (share: Share) => void } {
  const t = useT('backup');
  const saver = useSaver();
  const [packed, setPacked] = useState<Packed>(null);
  const place = useRef<Given['place']>(null);
  const [order, setOrder] = useState<{ share: Share; round: number }>({ share: 'book', round: 0 });
  useEffect(() => {
    let live = true;
    const told = { made: new Date().toISOString(), app: __APP_VERSION__, mode };
    give({ saver, ask, share: order.share, told, origin: location.origin, name: t('give.name'), place: place.current }).then(
      (given) => {
        place.current = given.place;
        if (live) setPacked(given);
      },
      () => live && setPacked('failed'),
    );
    return () => {
      live = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for an order
  }, [order]);
  const pack = useCallback((share: Share) => {
    setPacked(null);
    setOrder(({ round }) => ({ share, round: round + 1 }));
  }, []);
  return { packed, share: order.share, pack };
}
