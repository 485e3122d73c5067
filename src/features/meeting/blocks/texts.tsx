import { lazy, Suspense } from 'react';
import { countAttendance, type Procedure } from '@/domain';
import { useT } from '@/i18n';
import { Button, Chip, Row, Section, Stack, Stepper } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';

const Waiting = lazy(() => import('./vote-waiting'));

/** Free words on a step. */
export function NoteBlock({ ctx, step }: BlockProps) {
  const t = useT('meeting');
  return <DraftField recordKey={ctx.key} field={`step/${step.id}/note`} label={t('note.label')} hint={step.blocks.length > 2 ? undefined : t('note.hint')} />;
}

/** The programme that the procedure itself gives: what must be spoken of, a line each. */
export const usualAgenda = (procedure: Procedure): string =>
  (procedure.phases.find((phase) => phase.id === 'content')?.steps ?? [])
    .filter((step) => step.required)
    .map((step) => step.label)
    .join('\n');

/** The programme of the meeting, a line each. */
export function AgendaBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const usual = usualAgenda(ctx.procedure);
  const { agenda } = ctx.meeting;
  return (
    <Stack gap={1}>
      <DraftField recordKey={ctx.key} field="agenda" label={t('agenda.label')} hint={t('agenda.hint')} />
      {agenda.trim() === '' && (
        <div>
          <Button icon="list" onClick={() => void ctx.set({ agenda: usual })}>
            {t('agenda.fill')}
          </Button>
        </div>
      )}
      {!ctx.locked && <Suspense><Waiting kind={ctx.meeting.kind} text={agenda} onText={(text) => void ctx.set({ agenda: text })} /></Suspense>}
    </Stack>
  );
}

/** How many have paid their dues. */
export function DuesBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const { strength } = countAttendance(ctx.roster, ctx.meeting.marks);
  const paid = ctx.meeting.dues?.paid ?? null;
  const set = (count: number): void => void ctx.set({ dues: { paid: count } });
  return (
    <Section title={t('dues.title')}>
      <Row>
        <Chip pressed={paid === strength} onClick={() => set(strength)}>
          {t('dues.all', { count: strength })}
        </Chip>
      </Row>
      <Stepper label={t('dues.paid')} value={paid ?? 0} max={strength} onValue={set} decreaseLabel={t('field.less')} increaseLabel={t('field.more')} />
      <DraftField recordKey={ctx.key} field="dues/note" label={t('dues.note')} />
    </Section>
  );
}
