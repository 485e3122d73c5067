import { useMemo, useState } from 'react';
import type { CalendarDate } from '@/domain';
import { useT } from '@/i18n';
import type { GuidanceView } from '@/sync/committee';
import { Banner, Button, Card, ConfirmDialog, Section, useToast } from '@/ui';
import { holding, MOST_TEXTS, profiles, publishedIn } from './said';
import { Steps } from './steps';
import { Trouble } from './trouble';
import { useDrafts } from './use-drafts';
import { useIssue } from './use-issue';

interface WordingProps {
  readonly said: readonly GuidanceView[];
  readonly today: CalendarDate;
  readonly cells: number | null;
  readonly onSent: (view: GuidanceView) => void;
}

/** The official wording of the steps: typed step by step, sent to all cells at once. */
export function Wording({ said, today, cells, onSent }: WordingProps) {
  const t = useT('guidance');
  const toast = useToast();
  const published = useMemo(() => publishedIn(said), [said]);
  const { textOf, set, drop, waiting } = useDrafts(published);
  const [asking, setAsking] = useState(false);
  const { issue, busy, refused } = useIssue((view) => {
    toast({ text: t('sent', { count: view.cells }) });
    onSent(view);
    drop(view.wording);
  });
  const all = Object.entries(waiting);
  const next = all.slice(0, MOST_TEXTS);
  const back = next.filter(([, text]) => text === '').length;
  const send = (): void => void issue({ from: today, profile: null, frame: null, wording: Object.fromEntries(next) }).then(() => setAsking(false));
  return (
    <Section className="ui-no-print" title={t('wording.title')}>
      <p>{t('wording.lead')}</p>
      <Banner tone="warn" role="note"><p>{t('wording.compare')}</p></Banner>
      <Steps profile={holding(said, 'profile', today)?.profile ?? profiles()[0]?.id ?? ''} published={published} waiting={waiting} textOf={textOf} onText={set} />
      {next.length > 0 && (
        <Card marked title={t('wording.waiting', { count: all.length })}>
          <p>{t('wording.waitingText')}</p>
          {all.length > next.length && <p>{t('wording.most', { count: MOST_TEXTS })}</p>}
          <div><Button variant="primary" size="large" icon="check" busy={busy} onClick={() => setAsking(true)}>{t('wording.send', { count: next.length })}</Button></div>
          {refused && !asking && <Trouble refused={refused} onRetry={() => setAsking(true)} />}
        </Card>
      )}
      <ConfirmDialog open={asking} busy={busy} title={t('wording.ask', { count: next.length })} confirmLabel={t('sendAll')} cancelLabel={t('common:cancel')} onConfirm={send} onCancel={() => setAsking(false)}>
        <div className="ui-stack ui-gap-3">
          <p>{cells === null ? t('toAll') : t('to', { count: cells })}</p>
          {back > 0 && <p>{t('wording.back', { count: back })}</p>}
          <p>{t('wording.askText')}</p>
        </div>
      </ConfirmDialog>
    </Section>
  );
}
