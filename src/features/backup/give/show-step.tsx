import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { SeriesWriter, type Given } from '@/sync/admission';
import { Button, ProgressBar } from '@/ui';
import { CompareCode } from '../compare-code';
import { PER_SECOND, SLOWLY } from './speed';

const QrSeries = lazy(() => import('@/ui/qr-series').then(({ QrSeries: series }) => ({ default: series })));

/** The pictures in turn, how far the first round is, and the letters that the new device must show at the end. */
export function ShowStep({ given, onDone }: { given: Given; onDone: () => void }) {
  const t = useT('backup');
  const writer = useMemo(() => new SeriesWriter(given.bytes), [given]);
  const frame = useCallback((index: number) => writer.frame(index), [writer]);
  const [shown, setShown] = useState(0);
  const [slow, setSlow] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('h2')?.focus({ preventScroll: true });
    // With large letters the picture would be below the edge, and no camera would see it.
    place.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  const count = useCallback((index: number) => setShown(index + 1), []);
  return (
    <div ref={place} className="ui-stack" style={{ scrollMarginBlockStart: 'calc(var(--ui-top-height, 0px) + 12px)' }}>
      <h2 className="ui-h2" tabIndex={-1}>{t('give.show.title')}</h2>
      <Suspense>
        <QrSeries frame={frame} perSecond={slow ? SLOWLY : PER_SECOND} onShown={count} label={t('give.show.picture')} />
      </Suspense>
      {shown < writer.count ? <ProgressBar label={t('give.show.progress')} value={shown} max={writer.count} /> : <p>{t('give.show.round')}</p>}
      <p>{t('give.show.text')}</p>
      <Button variant="quiet" onClick={() => setSlow(!slow)}>{t(slow ? 'give.show.fast' : 'give.show.slow')}</Button>
      <p>{t('give.show.check')}</p>
      <CompareCode code={given.code} />
      <Button variant="primary" size="large" icon="check" block onClick={onDone}>{t('give.show.done')}</Button>
    </div>
  );
}
