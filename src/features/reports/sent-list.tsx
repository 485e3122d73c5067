import type { Fields, RecordKey } from '@/domain';
import { formatMoment, useT } from '@/i18n';
import { reasonKey, type Failure } from '@/sync';
import { Badge, Button, List, ListRow, type Tone } from '@/ui';

/** A document sent or to be sent, with the server's word that it has it. */
export interface Sent {
  readonly key: RecordKey;
  readonly title: string;
  readonly createdAt: string;
  readonly state: 'waiting' | 'received' | 'refused';
  readonly number: number | null;
  readonly receivedAt: string | null;
  /** True when the receipt's signature was checked; null where this browser cannot. */
  readonly verified: boolean | null;
  readonly refused: Failure | null;
}

/** Reads what the list shows of a submission's record. */
export function readSent(key: RecordKey, fields: Fields): Sent {
  const receipt = (fields['receipt'] as { receipt?: { number?: number; receivedAt?: string } } | undefined)?.receipt;
  const refused = fields['refused'] as { code?: Failure } | undefined;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    key,
    title: text('title'),
    createdAt: text('createdAt'),
    state: receipt ? 'received' : refused ? 'refused' : 'waiting',
    number: receipt?.number ?? null,
    receivedAt: receipt?.receivedAt ?? null,
    verified: typeof fields['verified'] === 'boolean' ? fields['verified'] : null,
    refused: receipt ? null : (refused?.code ?? null),
  };
}

const TONES: Record<Sent['state'], Tone> = { waiting: 'info', received: 'ok', refused: 'danger' };

/** What was sent up in a year, newest first. */
export function SentList({ sent }: { sent: readonly Sent[] }) {
  const t = useT('reports');
  if (sent.length === 0) return <p className="ui-muted">{t('sent.none')}</p>;
  const detail = (one: Sent): string => {
    if (one.refused) return t(reasonKey(one.refused));
    if (one.state === 'waiting') return t('sent.closed', { moment: formatMoment(one.createdAt) });
    return [t('sent.receipt', { number: one.number ?? 0, moment: formatMoment(one.receivedAt ?? '') }), t(one.verified ? 'sent.verified' : 'sent.unchecked')].join(' ');
  };
  return (
    <>
      <List boxed>
        {[...sent]
          .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
          .map((one) => (
            <ListRow
              key={one.key}
              title={one.title || t('sent.untitled')}
              subtitle={detail(one)}
              trailing={<Badge tone={TONES[one.state]} icon={one.state === 'received' ? 'check' : undefined}>{t(`syncStatus:entry.${one.state}`)}</Badge>}
            />
          ))}
      </List>
      {sent.some(({ state }) => state !== 'received') && <Button variant="quiet" href="/gui-nhan">{t('sent.go')}</Button>}
    </>
  );
}
