import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isExpected, matchesText, type Json, type Mark, type MemberId, type RosterEntry } from '@/domain';
import { formatTime, useT } from '@/i18n';
import { Banner, Field, List, Row, Section, Stack, TextInput } from '@/ui';
import { nowInstant } from '../clock';
import type { BlockProps } from '../meeting-context';
import { AttendanceCounts } from './attendance-counts';
import { AttendanceRow } from './attendance-row';

const Door = lazy(() => import('./door'));

/** The roll: everyone is there until marked. Those exempt, away or suspended stand apart and count only when marked there. */
export function AttendanceBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const { roster, set, locked, meeting } = ctx;
  const [query, setQuery] = useState('');
  const [openId, setOpenId] = useState<MemberId | null>(null);
  const planned = meeting.state === 'planned' ? meeting.time : null;
  const timeNow = useRef((): string => '');
  useEffect(() => {
    timeNow.current = () => planned ?? formatTime(nowInstant());
  });
  const readTime = useCallback(() => timeNow.current(), []);
  const toggle = useCallback((id: MemberId) => setOpenId((now) => (now === id ? null : id)), []);
  const mark = useCallback(
    (id: MemberId, value: Mark | null, keepOpen = false) => {
      setOpenId(keepOpen ? id : null);
      setQuery((now) => (keepOpen ? now : ''));
      return set({ [`att/${id}`]: value as unknown as Json });
    },
    [set],
  );
  const shown = useMemo(() => (query.trim() === '' ? roster : roster.filter((entry) => matchesText(entry.name, query))), [roster, query]);
  const list = (entries: readonly RosterEntry[], label: string) => (
    <List boxed aria-label={label}>
      {entries.map((entry) => (
        <AttendanceRow
          key={entry.id}
          entry={entry}
          mark={meeting.marks[entry.id]}
          open={entry.id === openId}
          locked={locked}
          onToggle={toggle}
          onMark={mark}
          timeNow={readTime}
        />
      ))}
    </List>
  );
  const expected = shown.filter(isExpected);
  const apart = shown.filter((entry) => !isExpected(entry));
  if (roster.length === 0) {
    return (
      <Banner tone="warn" action={<a href="/dang-vien/nhap">{t('attendance.import')}</a>}>
        {t('person.empty')}
      </Banner>
    );
  }
  return (
    <Stack>
      <AttendanceCounts roster={roster} marks={meeting.marks} />
      <Row className="meeting-end">
        <Field className="meeting-find" label={t('person.search')} hideLabel>
          <TextInput
            type="search"
            placeholder={t('person.search')}
            autoComplete="off"
            value={query}
            onValue={setQuery}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && shown.length === 1 && !locked) setOpenId(shown[0]!.id);
            }}
          />
        </Field>
        {!locked && <Suspense><Door ctx={ctx} /></Suspense>}
      </Row>
      {shown.length === 0 && <p role="status">{t('person.notFound')}</p>}
      {expected.length > 0 && list(expected, t('attendance.list'))}
      {apart.length > 0 && (
        <Section title={t('attendance.apart')}>
          <p className="ui-caption">{t('attendance.apartHint')}</p>
          {list(apart, t('attendance.apart'))}
        </Section>
      )}
    </Stack>
  );
}
