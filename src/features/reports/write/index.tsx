import { useEffect, useRef, useState } from 'react';
import { useParams } from 'wouter';
import { shortPrint } from '@/documents/proof/print';
import { formatDate, formatMoment, useRecordT, useT } from '@/i18n';
import { Banner, EmptyState, Button, PageHeader, Spinner, Stack } from '@/ui';
import { periodName } from '../period-name';
import { CloseCard } from './close-card';
import { Corrections, Differences } from './corrections';
import { Files } from './files';
import { ClosedText, Sections } from './sections';
import { Sent } from './sent';
import { Tables } from './tables';
import { shownReport, useReport, type ReportView } from './use-report';

/** `/bao-cao/:ky`: one report, written from the records, edited, closed, sent. */
export function ReportPage() {
  const t = useT('report');
  const { ky = '' } = useParams<{ ky?: string }>();
  const view = useReport(ky);
  const back = { label: t('common:back'), href: '/bao-cao' };
  if (view === null) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <EmptyState icon="reports" title={t('none.title')} action={<Button href="/bao-cao">{t('none.go')}</Button>}>{t('none.text')}</EmptyState>
      </>
    );
  }
  if (!view) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <Spinner>{t('common:loading')}</Spinner>
      </>
    );
  }
  const { period, edition } = view.report;
  return (
    <>
      <PageHeader
        title={periodName(t, period)}
        subtitle={[edition > 1 ? t('correct.edition', { number: edition - 1 }) : '', t('span', { from: formatDate(period.from), to: formatDate(period.to) })].filter(Boolean).join(' · ')}
        back={back}
      />
      <Report key={view.key} view={view} />
    </>
  );
}

function Report({ view }: { view: ReportView }) {
  const t = useT('report');
  const record = useRecordT('report');
  const closed = useRef<HTMLDivElement>(null);
  const [justClosed, setJustClosed] = useState(false);
  const { report, today, failed, cell, composed } = view;
  const isClosed = report.state === 'closed' && report.final !== null;
  useEffect(() => {
    if (!justClosed || !isClosed) return;
    closed.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [justClosed, isClosed]);
  const shown = shownReport(view);
  if (isClosed && report.final) {
    return (
      <div ref={closed} tabIndex={-1}>
        <Stack gap={6}>
          <Banner tone="ok" icon="lock" title={t('closedTitle')}>
            {t('closed', { moment: formatMoment(report.closedAt ?? '') })} <span className="ui-caption">{t('sent.print', { print: shortPrint(report.closedHash ?? '') })}</span>
          </Banner>
          <Sent view={view} />
          <ClosedText final={report.final} />
          <Tables tables={report.final.tables} />
          <Files report={report} shown={shown} cell={cell} members={view.members} />
          <Corrections view={view} />
        </Stack>
      </div>
    );
  }
  // The title under which it stands among what was sent is part of the record.
  const title = [periodName(record, report.period), report.edition > 1 ? record('correct.edition', { number: report.edition - 1 }) : ''].filter(Boolean).join(', ');
  return (
    <Stack gap={6}>
      {failed > 0 && <Banner tone="danger">{t('unread', { count: failed })}</Banner>}
      {today <= report.period.to && <Banner tone="info">{t('running', { date: formatDate(today) })}</Banner>}
      <Differences view={view} />
      <Sections view={view} />
      <Tables tables={composed.tables} view={view} />
      <Files report={report} shown={shown} cell={cell} members={view.members} />
      <CloseCard view={view} title={title} onClosed={() => setJustClosed(true)} />
      {view.editions.length > 1 && <Corrections view={view} />}
    </Stack>
  );
}
