import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { loadSync, reasonKey } from '@/sync';
import { Banner, Button, ConfirmDialog, EmptyState, PageHeader, Section, Spinner, Stack, useToast } from '@/ui';
import { MakeSheet } from './make-sheet';
import { useSheet, type Known } from './use-sheet';
import './recovery.css';

/** The paper for the safe: how it stands, and a new one made, written down, and put into force. */
export function RecoveryPage() {
  const t = useT('recovery');
  const toast = useToast();
  const { known, refresh } = useSheet();
  const [sheet, setSheet] = useState<string | null>(null);
  const title = <PageHeader className="ui-no-print" title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />;
  const done = (): void => {
    setSheet(null);
    toast({ text: t('done') });
    refresh();
  };
  if (!known) return <>{title}<Spinner>{t('asking')}</Spinner></>;
  if (!known.connection) {
    return (
      <>
        {title}
        {known.failed ? <Banner tone="danger">{t(reasonKey(known.failed))}</Banner> : <Alone />}
      </>
    );
  }
  return (
    <>
      {title}
      {sheet ? (
        <MakeSheet connection={known.connection} sheet={sheet} onDone={done} onCancel={() => setSheet(null)} />
      ) : (
        <Standing known={known} onAgain={refresh} onSheet={setSheet} />
      )}
    </>
  );
}

function Alone() {
  const t = useT('recovery');
  return <EmptyState icon="document" title={t('alone.title')} action={<Button variant="primary" href="/gui-nhan">{t('alone.connect')}</Button>}>{t('alone.text')}</EmptyState>;
}

function Standing({ known: { sheet, failed }, onAgain, onSheet }: { known: Known; onAgain: () => void; onSheet: (sheet: string) => void }) {
  const t = useT('recovery');
  const [asking, setAsking] = useState(false);
  const make = async (): Promise<void> => {
    setAsking(false);
    onSheet((await loadSync()).newSheet());
  };
  return (
    <Stack gap={5}>
      {failed && <Banner tone="warn" action={<Button onClick={onAgain}>{t('again')}</Button>}>{t(reasonKey(failed))}</Banner>}
      {sheet && (
        <Banner tone={sheet.state === 'good' ? 'ok' : 'warn'} role="note" title={t(`state.${sheet.state}`)}>
          {sheet.madeAt && <p>{t('state.madeAt', { moment: formatMoment(sheet.madeAt) })}</p>}
          <p>{t(`state.${sheet.state}Text`)}</p>
        </Banner>
      )}
      <Section title={t('what.title')}>
        <ul>
          <li>{t('what.opens')}</li>
          <li>{t('what.safe')}</li>
          <li>{t('what.anyone')}</li>
        </ul>
      </Section>
      {sheet && (
        <Button variant={sheet.state === 'good' ? 'secondary' : 'primary'} size="large" icon="document" block onClick={() => (sheet.state === 'none' ? void make() : setAsking(true))}>
          {t(sheet.state === 'none' ? 'make' : 'makeNew')}
        </Button>
      )}
      <ConfirmDialog open={asking} title={t('replace.title')} confirmLabel={t('replace.confirm')} cancelLabel={t('replace.cancel')} onConfirm={() => void make()} onCancel={() => setAsking(false)}>
        <p>{t(sheet?.state === 'old' ? 'replace.old' : 'replace.text')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
