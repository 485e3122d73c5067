import { lazy, Suspense, useState } from 'react';
import { dateInVietnam } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Button } from '@/ui';
import { PaperGroups } from '@/ui/paper-groups';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

/** A paper with letters that open something: whose it is, the letters, their picture, how it is used. */
export function Paper({ kind, owner, sheet }: { kind: 'own' | 'cell'; owner: string; sheet: string }) {
  const t = useT('committee');
  const [made] = useState(() => dateInVietnam(new Date().toISOString()));
  return (
    <article className="ui-card ui-stack ui-gap-3 cm-paper" aria-label={t(`spare.paper.${kind}`)}>
      <h3 className="ui-h2">{t(`spare.paper.${kind}`)}</h3>
      <p className="ui-strong">{owner}</p>
      <p>{t('spare.paper.made', { date: formatDate(made) })}</p>
      <PaperGroups groups={sheet.split('-')} />
      <Suspense>
        <QrCode text={sheet} label={t('spare.paper.qr')} />
      </Suspense>
      <p>{t(`spare.paper.${kind}Use`, { address: location.host })}</p>
      <p className="ui-strong">{t(`spare.paper.${kind}Secret`)}</p>
      <div className="ui-no-print">
        <Button icon="print" onClick={() => window.print()}>{t('spare.paper.print')}</Button>
      </div>
    </article>
  );
}
