import { useState } from 'react';
import { useSearch } from 'wouter';
import { dateInVietnam, monthOf } from '@/domain';
import { formatMoment, formatMonth, useT } from '@/i18n';
import type { OverviewAnswer } from '@/sync/committee';
import { Banner, Button, EmptyState, PageHeader, Section, Spinner, Stack, VisuallyHidden } from '@/ui';
import type { Client } from './calls';
import { CellCards } from './cell-cards';
import { CellTable } from './cell-table';
import { lookAt, PLAIN_VIEW } from './cells';
import { CodeSheet } from './code-sheet';
import { useDesk, useHeadingFocus, useMay } from './desk';
import { Failure } from './failure';
import { ListControls } from './list-controls';
import { MonthBar } from './month-bar';
import { monthAsked, summarise } from './month';
import { Reports } from './reports';
import { Summary } from './summary';
import { useLoad, type Loaded } from './use-load';
import { useRoomy } from './use-roomy';

/** Letters (rem) that the table needs to stand without being pushed sideways. */
const TABLE_WIDTH = 64;

const askMonth = (client: Client, month: string): Promise<OverviewAnswer> => client.overview(month);
const instant = (ms: number): string => new Date(ms).toISOString();

function Cells({ overview, now }: { overview: OverviewAnswer; now: number }) {
  const t = useT('committee');
  const { view, onView } = useDesk();
  const [ref, roomy] = useRoomy<HTMLDivElement>(TABLE_WIDTH);
  const [coded, setCoded] = useState<{ id: string; name: string } | null>(null);
  const shown = lookAt(overview.cells, view, now);
  const mayCode = useMay('administer');
  const onCode = mayCode ? ({ cell }: OverviewAnswer['cells'][number]): void => setCoded(cell) : undefined;
  return (
    <Section title={t('list.title')} actions={<span className="ui-caption" role="status">{t('list.shown', { shown: shown.length, all: overview.cells.length })}</span>}>
      <ListControls view={view} onView={onView} summary={summarise(overview.cells, now)} />
      <div ref={ref}>
        {shown.length === 0 ? (
          <EmptyState icon="search" level={3} title={t('empty.matchTitle')} action={<Button onClick={() => onView({ ...PLAIN_VIEW, sort: view.sort, down: view.down })}>{t('empty.matchClear')}</Button>}>
            <p>{t('empty.matchText')}</p>
          </EmptyState>
        ) : roomy ? (
          <CellTable cells={shown} month={overview.month} now={now} view={view} onView={onView} onCode={onCode} />
        ) : (
          <CellCards cells={shown} now={now} onCode={onCode} />
        )}
      </div>
      <CodeSheet cell={coded} onClose={() => setCoded(null)} />
    </Section>
  );
}

function MonthContent({ month, loaded }: { month: string; loaded: Loaded<OverviewAnswer> }) {
  const t = useT('committee');
  const { value, at, loading, failed, reload } = loaded;
  const { who } = useDesk();
  const mayAdminister = useMay('administer');
  if (!value || at === null) {
    return failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{t('loading')}</Spinner>;
  }
  const refresh = (): void => {
    reload();
    // The new numbers, their time and any trouble in getting them stand at the top.
    window.scrollTo(0, 0);
  };
  const summary = summarise(value.cells, at);
  const title = { month: formatMonth(month) };
  return (
    <Stack gap={5}>
      {failed && <Failure title={t('overview.stale', { at: formatMoment(instant(at)) })} reason={failed} onRetry={reload} />}
      {summary.cells === 0 ? (
        <EmptyState icon="org" title={t('empty.cellsTitle')}>
          <p>{t('empty.cellsText')}</p>
        </EmptyState>
      ) : (
        <>
          {summary.meetings === 0 && (
            <Banner title={t('empty.monthTitle', title)}>
              <p>{t('empty.monthText')}</p>
            </Banner>
          )}
          <Summary summary={summary} />
          <Cells overview={value} now={at} />
          <Reports cells={value.cells} />
          <div className="ui-row ui-no-print cm-end">
            <Button icon="sync" busy={loading} onClick={refresh}>{t('overview.reload')}</Button>
            <Button icon="org" href="/cap-uy/to-chuc">{t('organisation')}</Button>
            <Button icon="book" href="/cap-uy/huong-dan">{t('guidance')}</Button>
            {mayAdminister && <Button icon="key" href="/cap-uy/khoa-du-phong">{t('spare.title')}</Button>}
            {who && <Button icon="person" href="/cap-uy/toi" aria-label={t('ownOf', { person: who.person.name })}>{who.person.name}</Button>}
            {who?.may.administer === 'whole' && <Button icon="members" href="/cap-uy/tai-khoan">{t('persons')}</Button>}
            <Button icon="print" onClick={() => window.print()}>{t('overview.print')}</Button>
          </div>
          <VisuallyHidden role="status">{t('overview.announce', { ...title, sent: summary.states.sent, cells: summary.cells })}</VisuallyHidden>
        </>
      )}
    </Stack>
  );
}

/** `/cap-uy`: a month of all cells, the present one unless the address names another. */
export function OverviewPage() {
  const t = useT('committee');
  const [present] = useState(() => monthOf(dateInVietnam(instant(Date.now()))));
  const month = monthAsked(useSearch(), present);
  const loaded = useLoad('month', month, askMonth);
  useHeadingFocus(true);
  return (
    <div className="cm-overview">
      <PageHeader
        title={t('overview.title', { month: formatMonth(month) })}
        subtitle={loaded.at === null ? t('overview.subtitle') : t('overview.subtitleAt', { at: formatMoment(instant(loaded.at)) })}
        actions={<MonthBar month={month} present={present} />}
      />
      <MonthContent key={month} month={month} loaded={loaded} />
    </div>
  );
}
