import { lazy, Suspense, useState } from 'react';
import { formatDate, useT } from '@/i18n';
import { useFields } from '@/storage';
import { PaperGroups } from '@/ui/paper-groups';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

const localDate = (now: Date): string => [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');

/** The sheet as it goes into the safe: alone on the printed page, with what it is for and how it is used. */
export function Paper({ sheet }: { sheet: string }) {
  const t = useT('recovery');
  const cell = useFields('cell:cell');
  const name = typeof cell?.['name'] === 'string' ? cell['name'] : '';
  const [made] = useState(() => localDate(new Date()));
  return (
    <article className="ui-card ui-stack ui-gap-3 rc-paper" aria-label={t('sheet.title')}>
      <h3 className="ui-h2">{t('sheet.title')}</h3>
      <p className="ui-strong">{name}</p>
      <p>{t('sheet.made', { date: formatDate(made) })}</p>
      <PaperGroups groups={sheet.split('-')} />
      <Suspense>
        <QrCode text={sheet} label={t('sheet.qr')} />
      </Suspense>
      <h4 className="ui-h3">{t('sheet.use')}</h4>
      <ol>
        <li>{t('sheet.step1', { address: location.host })}</li>
        <li>{t('sheet.step2')}</li>
        <li>{t('sheet.step3')}</li>
      </ol>
      <p className="ui-strong">{t('sheet.secret')}</p>
      <p>{t('sheet.dead')}</p>
    </article>
  );
}
