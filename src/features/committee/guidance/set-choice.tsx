import { useState } from 'react';
import type { CalendarDate } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { GuidanceView } from '@/sync/committee';
import { Card, ConfirmDialog, DefinitionList, useToast } from '@/ui';
import { ChoiceForm, KEEP, type ChoiceDraft } from './choice-form';
import { basisOf, frameTitle } from './said';
import { Trouble } from './trouble';
import { useIssue, type Words } from './use-issue';

const wordsOf = ({ profile, frame, from }: ChoiceDraft): Words => ({ from, profile: profile === KEEP ? null : profile, frame: frame === KEEP ? null : frame, wording: {} });

interface SetChoiceProps {
  readonly today: CalendarDate;
  /** How many cells it goes to; null while that is not known. */
  readonly cells: number | null;
  readonly onSent: (view: GuidanceView) => void;
}

/** Another procedure, or another scoring frame, for all cells from a day on. */
export function SetChoice({ today, cells, onSent }: SetChoiceProps) {
  const t = useT('guidance');
  const toast = useToast();
  const [draft, setDraft] = useState<ChoiceDraft>({ profile: KEEP, frame: KEEP, from: today });
  const [asking, setAsking] = useState(false);
  const { issue, busy, refused } = useIssue((view) => {
    setDraft((now) => ({ ...now, profile: KEEP, frame: KEEP, from: today }));
    toast({ text: t('sent', { count: view.cells }) });
    onSent(view);
  });
  const words = wordsOf(draft);
  const send = (): void => void issue(words).then(() => setAsking(false));
  return (
    <Card className="ui-no-print" title={t('set')}>
      <p>{t('setText')}</p>
      <ChoiceForm draft={draft} onDraft={setDraft} onSend={() => setAsking(true)} busy={busy} />
      {refused && !asking && <Trouble refused={refused} onRetry={() => setAsking(true)} />}
      <ConfirmDialog open={asking} busy={busy} title={t('askSet')} confirmLabel={t('sendAll')} cancelLabel={t('common:cancel')} onConfirm={send} onCancel={() => setAsking(false)}>
        <div className="ui-stack ui-gap-3">
          <DefinitionList
            items={[
              ...(words.profile === null ? [] : [{ term: t('profile'), value: basisOf(words.profile) }]),
              ...(words.frame === null ? [] : [{ term: t('frame'), value: words.frame ? frameTitle(words.frame) : t('frameOfProcedure') }]),
              { term: t('from'), value: formatDate(draft.from) },
            ]}
          />
          <p>{cells === null ? t('toAll') : t('to', { count: cells })}</p>
          <p>{t('kept')}</p>
        </div>
      </ConfirmDialog>
    </Card>
  );
}
