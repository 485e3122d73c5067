import { useState } from 'react';
import type { MemberId } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { newId, useSaver } from '@/storage';
import { Banner, BottomActions, Button, ChipGroup, IconButton, List, Row, Spinner, Stack } from '@/ui';
import { changesOf, noteBefore, type Action } from '../import';
import { useMembers, useToday } from '../use-members';
import { PreviewItem } from './preview-item';
import { PreviewOptions } from './preview-options';
import { usePreview, type ChosenRow } from './use-preview';
import type { WizardProps } from './use-wizard';

const FILTERS = ['all', 'look', 'add', 'update', 'same', 'skip'] as const;
type Filter = (typeof FILTERS)[number];
const fits = (filter: Filter, row: ChosenRow): boolean => filter === 'all' || (filter === 'look' ? row.problems.length > 0 : row.action === filter);

/** Rows put on the screen at once; a phone is slow with thousands. */
const PAGE = 100;

/** Every row as it would come in, with its mistakes; the last stop before anything is written. */
export function PreviewStep({ state, set }: WizardProps) {
  const t = useT('members');
  const today = useToday();
  const saver = useSaver();
  const [filter, setFilter] = useState<Filter>('all');
  const [limit, setLimit] = useState(PAGE);
  const members = useMembers();
  const proposed = usePreview(state, today);
  // Once they are being written they are members already, waiting for room or not: the rows stay as they were confirmed.
  const [confirmed, setConfirmed] = useState<typeof proposed>(undefined);
  const rows = state.writing === 'no' ? proposed : (confirmed ?? proposed);
  if (!rows || !members) return <Spinner>{t('common:loading')}</Spinner>;
  const count = (which: Filter): number => rows.filter((row) => fits(which, row)).length;
  const [added, updated] = [count('add'), count('update')];
  const shown = rows.filter((row) => fits(filter, row));
  const finish = (saved: boolean): void => set(saved ? { writing: 'no', step: 'done' } : { writing: 'failed' });
  const write = async (): Promise<void> => {
    setConfirmed(rows);
    set({ writing: 'now', result: { added, updated } });
    const changes = changesOf(rows, today, () => newId() as MemberId);
    const written = await noteBefore(changes, (key) => saver.book.read(key));
    set({ last: { at: new Date().toISOString(), written, added, updated } });
    finish(await saver.write(changes));
  };
  // What could not be written is kept by the saver; made anew, it would be there twice.
  const retry = async (): Promise<void> => {
    set({ writing: 'now' });
    finish(await saver.retry());
  };
  return (
    <Stack>
      <p>{t('import.preview.text')}</p>
      <PreviewOptions state={state} set={set} rows={rows} />
      {rows.length === 0 && <Banner tone="warn">{t('import.preview.empty')}</Banner>}
      <ChipGroup
        label={t('import.preview.filter')}
        value={filter}
        onValue={(value) => {
          setFilter(value ?? 'all');
          setLimit(PAGE);
        }}
        clearable
        options={FILTERS.filter((name) => name === 'all' || name === filter || count(name) > 0).map((name) => ({ value: name, label: t(`import.filter.${name}`), count: formatNumber(count(name)) }))}
      />
      {shown.length > 0 && (
        <List boxed aria-label={t('import.step.preview')}>
          {shown.slice(0, limit).map((row) => (
            <PreviewItem
              key={row.row}
              row={row}
              member={members.find((member) => member.id === row.match)}
              onChoose={(action: Action) => set({ choices: new Map(state.choices).set(row.row, action) })}
            />
          ))}
        </List>
      )}
      {shown.length > limit && (
        <Row>
          <Button onClick={() => setLimit(limit + PAGE)}>{t('import.preview.more', { count: Math.min(PAGE, shown.length - limit) })}</Button>
        </Row>
      )}
      {state.writing === 'failed' && <Banner tone="danger" title={t('import.failed.title')}>{t('import.failed.text')}</Banner>}
      <BottomActions>
        {state.writing === 'no' && <IconButton icon="back" bordered label={t('common:back')} onClick={() => set({ step: 'columns' })} />}
        {state.writing === 'failed' ? (
          <Button variant="primary" size="large" icon="sync" onClick={() => void retry()}>{t('import.failed.retry')}</Button>
        ) : (
          added + updated > 0 && (
            <Button variant="primary" size="large" icon="check" busy={state.writing === 'now'} onClick={() => void write()}>
              {t('import.preview.confirm', { count: added + updated })}
            </Button>
          )
        )}
      </BottomActions>
    </Stack>
  );
}
