import { useState } from 'react';
import { reportGaps } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useSaver } from '@/storage';
import { reasonKey } from '@/sync';
import { Banner, Button, Card, ConfirmDialog, Field, Icon, List, ListRow, TextArea, TextInput } from '@/ui';
import { closeReport, type CloseResult } from './close-report';
import type { ReportView } from './use-report';

/** The number, of a correction its reason, and the close itself, asked twice. */
export function CloseCard({ view, title, onClosed }: { view: ReportView; title: string; onClosed: () => void }) {
  const t = useT('report');
  const saver = useSaver();
  const number = useDraft(view.key, 'number');
  const reason = useDraft(view.key, 'reason');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CloseResult | null>(null);
  const { report } = view;
  const gaps = reportGaps({ ...report, reason: reason.value }, view.cell.name, view.today, view.failed);
  const close = async (): Promise<void> => {
    setBusy(true);
    const closed = await closeReport(saver, view, title, new Date().toISOString());
    setBusy(false);
    setAsking(false);
    setResult(closed);
    if (closed.ok) onClosed();
    else if (closed.reason === 'newDay') view.renewDay();
  };
  return (
    <Card title={t('close.title')} level={2} marked>
      {report.edition > 1 && (
        <Field label={t('close.reason')} hint={t('close.reasonHint')} required>
          <TextArea rows={3} lang="vi" maxLength={1000} value={reason.value} onValue={reason.set} onBlur={() => void reason.flush()} />
        </Field>
      )}
      <Field label={t('close.number')} hint={t('close.numberHint')}>
        <TextInput inputMode="numeric" maxLength={4} value={number.value} onValue={(value) => number.set(value.replace(/\D/g, ''))} onBlur={() => void number.flush()} />
      </Field>
      {gaps.length > 0 && (
        <List>
          {gaps.map(({ gap, must }) => <ListRow key={gap} leading={<Icon name={must ? 'warning' : 'info'} />} title={t(`close.gap.${gap}`)} {...(gap === 'cellName' ? { href: '/cai-dat' } : {})} />)}
        </List>
      )}
      {result && !result.ok && (
        <Banner tone={result.reason === 'newDay' ? 'info' : 'danger'} title={t('close.failed')}>
          {result.reason === 'incomplete' ? result.part === '' ? t('close.incompleteOther') : t('close.incomplete', { part: result.part }) : result.reason === 'unsaved' || result.reason === 'newDay' ? t(`close.${result.reason}`) : t(reasonKey(result.reason))}
        </Banner>
      )}
      <p className="ui-muted">{t('close.what')}</p>
      <Button variant="primary" size="large" icon="lock" disabled={gaps.some(({ must }) => must)} busy={busy} onClick={() => setAsking(true)}>{t('close.button')}</Button>
      <ConfirmDialog open={asking} busy={busy} title={t('close.confirmTitle')} confirmLabel={t('close.confirm')} cancelLabel={t('close.notYet')} onConfirm={() => void close()} onCancel={() => setAsking(false)}>
        <p>{t('close.confirmText')}</p>
      </ConfirmDialog>
    </Card>
  );
}
