import { useEffect, useRef, useState } from 'react';
import { shortPrint } from '@/documents/proof/print';
import { formatMoment, formatNumber, useT } from '@/i18n';
import { frameFor } from '@/packs';
import { useSaver } from '@/storage';
import { reasonKey } from '@/sync';
import { Badge, Banner, Button, Card, ConfirmDialog, Icon, List, ListRow, Row, Section } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { stepHref } from '../steps';
import { closeGaps, type CloseGap } from '../work/close-check';
import { closeMeeting, type CloseResult } from '../work/close-meeting';
import { Corrections } from '../work/corrections';
import { ExportWord } from '../work/export-word';
import { useMinutes } from '../work/use-minutes';
import { useMeetingTasks } from '../work/use-tasks';

/** Parts of the record that a failed check can name in words. */
const PARTS = ['cellName', 'place', 'chair', 'clerk', 'guests', 'documents', 'steps', 'warnings', 'votes', 'conclusion', 'tasks', 'petitions', 'score', 'minutesText', 'attendance'];

function Failed({ result }: { result: Extract<CloseResult, { ok: false }> }) {
  const t = useT('meetingWork');
  const part = result.reason === 'incomplete' ? (result.path.split('.')[0] ?? '') : '';
  return (
    <Banner tone="danger" title={t('close.failed')}>
      {result.reason === 'incomplete'
        ? t('close.incomplete', { part: t(`close.parts.${PARTS.includes(part) ? part : 'other'}`) })
        : result.reason === 'unsaved' ? t('close.unsaved') : t(reasonKey(result.reason))}
    </Banner>
  );
}

/** What is missing, each with its place; then the close itself, asked twice. */
function CloseForm({ ctx, onClosed }: { ctx: MeetingContext; onClosed: () => void }) {
  const t = useT('meetingWork');
  const saver = useSaver();
  const tasks = useMeetingTasks(ctx.meeting);
  const { merged } = useMinutes(ctx);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CloseResult | null>(null);
  const gaps = closeGaps({ meeting: ctx.meeting, procedure: ctx.procedure, frame: frameFor(ctx.meeting, ctx.procedure), cellName: ctx.cell.name, tasks, changed: merged.changed.length });
  const forbidden = gaps.some(({ must }) => must);
  const close = async (): Promise<void> => {
    setBusy(true);
    const closed = await closeMeeting(saver, ctx, new Date().toISOString());
    setBusy(false);
    setAsking(false);
    setResult(closed);
    if (closed.ok) onClosed();
  };
  const words = ({ name, count }: CloseGap): string => t(`close.gaps.${name}`, { count });
  return (
    <Card title={t('close.title')} level={2} marked>
      {gaps.length === 0 ? <p>{t('close.nothingMissing')}</p> : (
        <>
          <p>{t(forbidden ? 'close.forbidden' : 'close.stillMissing')}</p>
          <List>
            {gaps.map((gap) => (
              <ListRow
                key={gap.name}
                leading={<Icon name={gap.must ? 'warning' : 'info'} />}
                title={words(gap)}
                trailing={gap.must && <Badge tone="danger">{t('close.must')}</Badge>}
                {...(gap.name === 'cellName' ? { href: '/cai-dat' } : gap.stepId ? { href: stepHref(ctx.id, gap.stepId) } : {})}
              />
            ))}
          </List>
        </>
      )}
      {result && !result.ok && <Failed result={result} />}
      <Button variant="primary" size="large" icon="lock" disabled={forbidden} busy={busy} onClick={() => setAsking(true)}>{t('close.button')}</Button>
      <ConfirmDialog open={asking} busy={busy} title={t('close.confirmTitle')} confirmLabel={t('close.confirm')} cancelLabel={t('close.notYet')} onConfirm={() => void close()} onCancel={() => setAsking(false)}>
        <p>{t('close.confirmText')}</p>
        {gaps.length > 0 && <p>{t('close.confirmGaps', { list: gaps.map(words).join('; ') })}</p>}
      </ConfirmDialog>
    </Card>
  );
}

/** Closing and what can be done after it: the Word file, and corrections. */
export function ClosePanel({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meetingWork');
  const closed = useRef<HTMLDivElement>(null);
  const [justClosed, setJustClosed] = useState(false);
  const { meeting, locked } = ctx;
  useEffect(() => {
    if (justClosed && locked) closed.current?.focus();
  }, [justClosed, locked]);
  if (!locked || !meeting.final) return <CloseForm ctx={ctx} onClosed={() => setJustClosed(true)} />;
  const submit = ctx.procedure.phases.flatMap(({ steps }) => steps).find(({ blocks }) => blocks.includes('submit'));
  return (
    <div ref={closed} tabIndex={-1}>
      <Section title={t('close.closedTitle')}>
        <Banner tone="ok" icon="lock">
          {t('close.closed', { moment: formatMoment(meeting.closedAt ?? ''), sections: formatNumber(meeting.final.sections.length) })}{' '}
          <span className="ui-caption">{t('close.print', { print: shortPrint(meeting.closedHash ?? '') })}</span>
        </Banner>
        <ExportWord ctx={ctx} minutes={meeting.final} />
        <Row>
          {submit && <Button icon="cloud-wait" href={stepHref(ctx.id, submit.id)}>{t('close.toSubmit')}</Button>}
          <Button icon="document" href={`/cuoc-hop/${ctx.id}/van-ban`}>{t('close.documents')}</Button>
        </Row>
        <Corrections ctx={ctx} />
      </Section>
    </div>
  );
}
