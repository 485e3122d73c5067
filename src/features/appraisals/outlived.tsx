import { useState } from 'react';
import type { Appraisal } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Banner, Button, ConfirmDialog, useToast } from '@/ui';
import type { ReviewYear } from './use-year';

/** [APR-8] Reviews older than the latest three years may be cleared away, by hand only. */
export function Outlived({ appraisals, all }: { appraisals: readonly Appraisal[]; all: ReviewYear['all'] }) {
  const t = useT('appraisal');
  const toast = useToast();
  const write = useWrite();
  const [asked, setAsked] = useState(false);
  if (appraisals.length === 0) return null;
  const old = new Set(appraisals.map(({ id }) => id));
  const clear = async (): Promise<void> => {
    setAsked(false);
    const gone = all.filter(({ id }) => old.has(id)).flatMap(({ key, fields }) => fields.map((field) => ({ key, field, value: null })));
    if (await write(gone)) toast({ text: t('old.done') });
  };
  return (
    <>
      <Banner action={<Button onClick={() => setAsked(true)}>{t('old.clear')}</Button>}>{t('old.text', { count: appraisals.length })}</Banner>
      <ConfirmDialog open={asked} danger title={t('old.title', { count: appraisals.length })} confirmLabel={t('old.confirm')} cancelLabel={t('common:cancel')} onConfirm={() => void clear()} onCancel={() => setAsked(false)}>
        <p>{t('old.warning')}</p>
      </ConfirmDialog>
    </>
  );
}
