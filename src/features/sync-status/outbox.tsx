import { formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { loadSync, reasonKey, type Outbox, type QueuedSubmission } from '@/sync';
import { Badge, Button, Disclosure, List, ListRow, Row, Section, Stack, type Tone } from '@/ui';
import { splitKey, type RecordKind } from '@/domain';
import { useRecordNames } from './record-names';

const TONES: Record<string, Tone> = { waiting: 'info', onTheWay: 'info', received: 'ok', refused: 'danger' };
/** How many of one kind are named; the rest is counted. */
const NAMED = 60;
/** How many received documents stay in sight here; all of them are with the reports. */
const RECENT = 5;

/** Documents for the committee: those not yet received first, each with its state and reason. */
export function Documents({ all }: { all: readonly QueuedSubmission[] }) {
  const t = useT('syncStatus');
  const pending = all.filter((one) => one.state !== 'received');
  const received = all.filter((one) => one.state === 'received').slice(0, RECENT);
  return (
    <Section title={t('documents.title')}>
      {pending.length === 0 && <p className="ui-muted">{t(all.length === 0 ? 'documents.none' : 'documents.allSent')}</p>}
      {pending.length > 0 && <List boxed>{pending.map((one) => <Document key={one.id} one={one} />)}</List>}
      {received.length > 0 && (
        <Disclosure summary={t('documents.received')}>
          <Stack gap={2}>
            <List boxed>{received.map((one) => <Document key={one.id} one={one} />)}</List>
            <Button variant="quiet" href="/bao-cao">{t('documents.all')}</Button>
          </Stack>
        </Disclosure>
      )}
    </Section>
  );
}

function Document({ one }: { one: QueuedSubmission }) {
  const t = useT('syncStatus');
  const book = useBook();
  const again = async (): Promise<void> => (await loadSync()).retrySubmission(book, one.key);
  const detail = one.refused ? t(reasonKey(one.refused.code)) : one.receipt ? t('documents.receipt', { number: one.receipt.receipt.number, moment: formatMoment(one.receipt.receipt.receivedAt) }) : t('documents.waiting');
  return (
    <ListRow
      title={one.title || t('documents.untitled')}
      subtitle={detail}
      trailing={
        <Row>
          <Badge tone={TONES[one.state]}>{t(`entry.${one.state}`)}</Badge>
          {one.state === 'refused' && one.refused?.code !== 'reportOutrun' && <Button icon="sync" onClick={() => void again()}>{t('documents.retry')}</Button>}
        </Row>
      }
    />
  );
}

/** Changes on their way to the cell's own vault, by kind; each can be looked at. */
export function Records({ all }: { all: Outbox['records'] }) {
  const t = useT('syncStatus');
  const kinds = [...new Set(all.map(({ key }) => splitKey(key).kind))];
  return (
    <Section title={t('records.title')}>
      <p className="ui-muted">{t(all.length === 0 ? 'records.none' : 'records.text')}</p>
      {kinds.map((kind) => <Kind key={kind} kind={kind} entries={all.filter(({ key }) => splitKey(key).kind === kind)} />)}
    </Section>
  );
}

function Kind({ kind, entries }: { kind: RecordKind; entries: Outbox['records'] }) {
  const t = useT('syncStatus');
  const named = entries.slice(0, NAMED);
  const names = useRecordNames(named.map(({ key }) => key));
  const refused = entries.filter(({ state }) => state === 'refused').length;
  return (
    <Disclosure summary={t('records.kind', { kind: t(`kind.${kind}`), count: entries.length })} open={refused > 0}>
      <List boxed>
        {named.map(({ key, changes, state, reason, sent }) => (
          <ListRow
            key={key}
            title={names.get(key) ?? t(`kind.${kind}`)}
            subtitle={state === 'refused' ? t(`errors:api.${reason ?? 'invalid'}`) : sent ? t('records.pieces', { done: sent.pieces, of: sent.of }) : t('records.changes', { count: changes })}
            trailing={<Badge tone={TONES[state]}>{t(`entry.${state}`)}</Badge>}
          />
        ))}
        {entries.length > NAMED && <ListRow title={t('records.more', { count: entries.length - NAMED })} />}
      </List>
    </Disclosure>
  );
}
