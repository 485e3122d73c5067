import { useState } from 'react';
import { useLocation } from 'wouter';
import { reportDifferences } from '@/documents/report';
import { editionsOf, nextEdition, recordKey } from '@/domain';
import { formatMoment, useT } from '@/i18n';
import { useBook, useSaver, useWrite } from '@/storage';
import { Badge, Banner, Button, ConfirmDialog, Field, List, ListRow, Row, Section, Sheet, Stack, TextArea } from '@/ui';
import { correctionChanges } from './close-report';
import { shownReport, type ReportView } from './use-report';

/** Other editions of the same report, and a new one of a closed report [REP-10]. */
export function Corrections({ view }: { view: ReportView }) {
  const t = useT('report');
  const [asking, setAsking] = useState(false);
  const { report } = view;
  const editions = editionsOf(view.editions, report.period.id);
  const last = editions.at(-1);
  const counting = editions.filter(({ state }) => state === 'closed').at(-1);
  return (
    <Section title={t('correct.title')}>
      <p className="ui-muted">{t('correct.lead')}</p>
      {editions.length > 1 && (
        <List boxed>
          {editions.map((one) => (
            <ListRow
              key={one.id}
              href={one.id === report.id ? undefined : `/bao-cao/${one.id}`}
              title={t(one.edition === 1 ? 'correct.first' : 'correct.edition', { number: one.edition - 1 })}
              subtitle={one.closedAt ? t('correct.closed', { moment: formatMoment(one.closedAt) }) : t('state.draft')}
              trailing={one === counting ? <Badge tone="ok">{t('correct.counts')}</Badge> : undefined}
            />
          ))}
        </List>
      )}
      {last?.id === report.id && report.state === 'closed' && <Row><Button icon="edit" onClick={() => setAsking(true)}>{t('correct.begin')}</Button></Row>}
      {report.edition > 1 && report.state === 'draft' && <Drop view={view} />}
      <Begin view={view} open={asking} onClose={() => setAsking(false)} />
    </Section>
  );
}

function Begin({ view, open, onClose }: { view: ReportView; open: boolean; onClose: () => void }) {
  const t = useT('report');
  const book = useBook();
  const write = useWrite();
  const [, navigate] = useLocation();
  const [reason, setReason] = useState('');
  const { report, key } = view;
  const begin = async (): Promise<void> => {
    if (!report.submissionId) return;
    const [fields, sent] = await Promise.all([book.read(key), book.read(recordKey('submission', report.submissionId))]);
    const id = nextEdition(report);
    const corrected = { report: report.id, submissionId: report.submissionId, hash: typeof sent['hash'] === 'string' ? sent['hash'] : '' };
    if (await write(correctionChanges(recordKey('report', id), fields, corrected, reason.trim()))) navigate(`/bao-cao/${id}`);
  };
  return (
    <Sheet open={open} title={t('correct.begin')} closeLabel={t('common:close')} onClose={onClose} footer={<Button variant="primary" size="large" block disabled={reason.trim() === ''} onClick={() => void begin()}>{t('correct.go')}</Button>}>
      <Stack>
        <p>{t('correct.how')}</p>
        <Field label={t('close.reason')} hint={t('close.reasonHint')}>
          <TextArea rows={3} lang="vi" maxLength={1000} value={reason} onValue={setReason} />
        </Field>
      </Stack>
    </Sheet>
  );
}

/** Takes back a correction that was begun: what was closed before it stands as it did. */
function Drop({ view: { key, report } }: { view: ReportView }) {
  const t = useT('report');
  const saver = useSaver();
  const write = useWrite();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const drop = async (): Promise<void> => {
    // What was typed last is on its way to the disk: it must not come after.
    await saver.flush();
    const fields = await saver.book.read(key);
    if (await write(Object.keys(fields).map((field) => ({ key, field, value: null })))) navigate(`/bao-cao/${report.corrects?.report ?? report.period.id}`, { replace: true });
  };
  return (
    <Row>
      <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>{t('correct.drop')}</Button>
      <ConfirmDialog open={asking} danger title={t('correct.dropTitle')} confirmLabel={t('correct.drop')} cancelLabel={t('correct.dropKeep')} onConfirm={() => void drop()} onCancel={() => setAsking(false)}>
        <p>{t('correct.dropText')}</p>
      </ConfirmDialog>
    </Row>
  );
}

/** What a correction under way changes against the closed report. */
export function Differences({ view }: { view: ReportView }) {
  const t = useT('report');
  const before = view.editions.find(({ id }) => id === view.report.corrects?.report)?.final;
  if (!before) return null;
  const now = shownReport(view);
  const names = new Map<string, string>([...[...before.sections, ...now.sections].map(({ id, heading }) => [id, heading] as const), ...[...before.tables, ...now.tables].map(({ id, title }) => [id, title] as const)]);
  const changed = reportDifferences(before, now).map((id) => names.get(id) ?? id);
  return (
    <Banner tone="info" title={t('correct.under')} action={<Button href={`/bao-cao/${view.report.corrects?.report ?? ''}`}>{t('correct.openFirst')}</Button>}>
      {changed.length === 0 ? t('correct.same') : t('correct.changed', { list: changed.join('; ') })}
    </Banner>
  );
}
