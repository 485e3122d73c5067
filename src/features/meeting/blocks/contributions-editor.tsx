import { CONTRIBUTION_KINDS, type ContributionKind } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, ChipGroup, Field, Sheet, Stack, TextArea } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { headFields, noContribution, type ContributionHead } from '../work/contribution';
import { useEcho } from '../work/use-echo';

export interface ContributionEditorProps {
  ctx: MeetingContext;
  head: ContributionHead;
  onClose: () => void;
}

/** What somebody says, while they say it. It is in the book from the first tap on the name; this only adds to it. */
export function ContributionEditor({ ctx, head, onClose }: ContributionEditorProps) {
  const t = useT('meetingWork');
  const name = ctx.nameOf(head.memberId);
  const text = useDraft(ctx.key, `con/${head.id}/text`);
  const stored = ctx.meeting.contributions.find(({ id }) => id === head.id)?.kind ?? head.kind;
  const [kind, setKind] = useEcho<ContributionKind>(stored, (next) => ctx.set(headFields({ ...head, kind: next })));
  const close = (): void => {
    void text.flush();
    onClose();
  };
  const undo = (): void => {
    onClose();
    void ctx.set(noContribution(head.id));
  };
  return (
    <Sheet
      open
      title={t('contribution.of', { name })}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          {text.value.trim() === '' && <Button size="large" onClick={undo}>{t('contribution.mistake')}</Button>}
          <Button variant="primary" size="large" icon="check" onClick={close}>{t('common:done')}</Button>
        </>
      }
    >
      <Stack>
        <Field label={t('contribution.text')}>
          <TextArea data-autofocus data-unheard={kind === 'criticism' || undefined} rows={4} value={text.value} onValue={text.set} onBlur={() => void text.flush()} />
        </Field>
        <ChipGroup
          label={t('contribution.kind')}
          // A finger on a kind must not put the keyboard away.
          onMouseDown={(event) => event.preventDefault()}
          options={CONTRIBUTION_KINDS.map((value) => ({ value, label: t(`contribution.kinds.${value}`) }))}
          value={kind}
          onValue={(next) => void (next && setKind(next))}
        />
      </Stack>
    </Sheet>
  );
}
