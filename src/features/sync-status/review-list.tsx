import { useEffect, useMemo, useState } from 'react';
import type { ReviewItem } from '@/domain';
import { useT } from '@/i18n';
import { useBook, useCollection, useFields, useWrite } from '@/storage';
import { loadSync, type CellDevice } from '@/sync';
import { Badge, Button, Card, Grid, Row, Section, Stack } from '@/ui';
import { useRecordNames } from './record-names';
import { isLocked, putBackChanges, readReview, seenChange } from './review';
import { fieldWord, valueWords } from './value-words';

/** Where two devices wrote different things in one place, or a change came after the closing: both texts, and the choice. */
export function ReviewList() {
  const t = useT('syncStatus');
  const records = useCollection('review');
  const members = useCollection('member');
  const names = useMemo(() => new Map(members?.map(({ id, fields }) => [id, typeof fields['name'] === 'string' ? fields['name'] : ''])), [members]);
  const deviceName = useDeviceNames();
  const items = useMemo(() => records?.map(({ id, fields }) => readReview(id, fields)).filter((item) => item !== null) ?? [], [records]);
  if (items.length === 0) return null;
  return (
    <Section title={t('review.title')}>
      <p>{t('review.lead')}</p>
      {items.map((item) => <Review key={item.id} item={item} nameOf={(id) => names.get(id)} deviceName={deviceName} />)}
    </Section>
  );
}

function Review({ item, nameOf, deviceName }: { item: ReviewItem; nameOf: (id: string) => string | undefined; deviceName: (id: string) => string }) {
  const t = useT('syncStatus');
  const write = useWrite();
  const fields = useFields(item.key);
  const record = useRecordNames([item.key]).get(item.key);
  const member = item.field.startsWith('att/') ? nameOf(item.field.slice(4)) : undefined;
  const locked = fields ? isLocked(item, fields) : true;
  const title = [t(fieldWord(item.field)), member ?? record].filter(Boolean).join(' · ');
  return (
    <Card title={title} level={3}>
      <p>{t(item.reason === 'closed' ? 'review.closed' : 'review.both')}</p>
      <Grid column="medium">
        <Text label={t('review.shown')} by={item.shownBy && deviceName(item.shownBy)} text={valueWords(fields?.[item.field] ?? null, t, nameOf)} tone="ok" />
        <Text label={t('review.kept')} by={item.keptBy && deviceName(item.keptBy)} text={valueWords(item.kept, t, nameOf)} tone="neutral" />
      </Grid>
      {locked && item.reason !== 'closed' && <p className="ui-muted">{t('review.locked')}</p>}
      <Row>
        <Button icon="check" onClick={() => void write([seenChange(item)])}>{t(locked ? 'review.seen' : 'review.keep')}</Button>
        {!locked && <Button icon="undo" onClick={() => void write(putBackChanges(item))}>{t('review.putBack')}</Button>}
      </Row>
    </Card>
  );
}

function Text({ label, by, text, tone }: { label: string; by: string; text: string; tone: 'ok' | 'neutral' }) {
  return (
    <Stack gap={1}>
      <Row><Badge tone={tone}>{label}</Badge></Row>
      <blockquote>{text}</blockquote>
      {by && <p className="ui-caption">{by}</p>}
    </Stack>
  );
}

/** Names of the cell's devices as last heard of; this one is called so. */
function useDeviceNames(): (id: string) => string {
  const t = useT('syncStatus');
  const book = useBook();
  const [devices, setDevices] = useState<readonly Pick<CellDevice, 'id' | 'name'>[]>([]);
  const [self, setSelf] = useState('');
  useEffect(() => {
    let live = true;
    void (async () => {
      const { knownDevices, listDevices, loadConnection } = await loadSync();
      const connection = await loadConnection(book);
      if (!live || !connection) return;
      setSelf(connection.deviceId);
      setDevices(await knownDevices(book));
      const fresh = await listDevices(book, connection);
      if (live) setDevices([...fresh.devices, ...fresh.revoked]);
    })().catch(() => undefined);
    return () => {
      live = false;
    };
  }, [book]);
  return (id) => {
    const name = devices.find((device) => device.id === id)?.name;
    if (id === self) return t('device.self');
    return name ? t('device.named', { name }) : t('device.other');
  };
}
