import { lazy, Suspense, useEffect } from 'react';
import { useT } from '@/i18n';
import { newAsk, type Ask } from '@/sync/admission';
import { Button, Disclosure, Icon, Spinner } from '@/ui';
import { CompareCode } from '../compare-code';
import { StepFrame } from '../restore/step-frame';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

/** What this device shows: its code as a picture and in letters, and what is compared. Made once; going on and back keeps it. */
export function AskScreen({ ask, onAsk, onBack, onNext }: { ask: Ask | null; onAsk: (ask: Ask) => void; onBack: () => void; onNext: () => void }) {
  const t = useT('backup');
  useEffect(() => {
    let live = true;
    if (!ask) void newAsk().then((made) => live && onAsk(made));
    return () => {
      live = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  return (
    <StepFrame title={t('receive.ask.title')} lead={t('receive.ask.lead')} onBack={onBack}>
      {ask ? (
        <>
          <ol>
            <li>{t('receive.ask.step1')}</li>
            <li>{t('receive.ask.step2')}</li>
            <li>{t('receive.ask.step3')}</li>
          </ol>
          <Suspense>
            <QrCode text={ask.text} label={t('receive.ask.picture')} />
          </Suspense>
          <CompareCode code={ask.code} />
          <Disclosure summary={t('receive.ask.typed')}>
            <p>{t('receive.ask.typedText')}</p>
            <Groups text={ask.text} />
          </Disclosure>
          <p className="ui-line ui-muted"><Icon name="info" />{t('receive.ask.keep')}</p>
          <Button variant="primary" size="large" icon="qr" block onClick={onNext}>{t('receive.ask.next')}</Button>
        </>
      ) : (
        <Spinner>{t('receive.ask.making')}</Spinner>
      )}
    </StepFrame>
  );
}

/** The groups, each whole when the line breaks. */
function Groups({ text }: { text: string }) {
  return (
    <p className="ui-h2 ui-num" translate="no">
      {(text.match(/[^-]+-?/g) ?? []).map((group, index) => (
        <span key={index} style={{ display: 'inline-block', letterSpacing: '0.06em' }}>{group}</span>
      ))}
    </p>
  );
}
