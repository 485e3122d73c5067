import { useT } from '@/i18n';
import { useSyncStatus } from '@/sync';
import { Badge, Button, Icon, List, ListRow, PageHeader, Stack, type IconName } from '@/ui';

const PLACES: readonly { id: 'search' | 'plan' | 'tasks' | 'papers' | 'secrets' | 'notebook' | 'appraisals' | 'proofs' | 'sync' | 'seen' | 'devices' | 'recovery' | 'backup' | 'settings'; href: string; icon: IconName }[] = [
  { id: 'search', href: '/tim-kiem', icon: 'search' },
  { id: 'plan', href: '/ke-hoach-nam', icon: 'calendar' },
  { id: 'tasks', href: '/nhiem-vu', icon: 'task' },
  { id: 'papers', href: '/van-ban', icon: 'document' },
  { id: 'notebook', href: '/so-phe-binh', icon: 'lock' },
  { id: 'appraisals', href: '/kiem-diem', icon: 'star' },
  { id: 'secrets', href: '/tai-lieu-mat', icon: 'eye-off' },
  { id: 'proofs', href: '/kiem-tra', icon: 'check' },
  { id: 'sync', href: '/gui-nhan', icon: 'sync' },
  { id: 'seen', href: '/ai-da-xem', icon: 'eye' },
  { id: 'devices', href: '/thiet-bi', icon: 'phone' },
  { id: 'recovery', href: '/phieu-khoi-phuc', icon: 'document' },
  { id: 'backup', href: '/sao-luu', icon: 'shield' },
  { id: 'settings', href: '/cai-dat', icon: 'settings' },
];

/** Everything that has no place of its own in the bar. */
export function MorePage({ onLock }: { onLock: () => Promise<void> }) {
  const t = useT('more');
  const { phase, toSend } = useSyncStatus();
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap={5}>
        <List boxed>
          {PLACES.map(({ id, href, icon }) => (
            <ListRow
              key={id}
              href={href}
              leading={<Icon name={icon} />}
              title={<span className="ui-strong">{t(`${id}.title`)}</span>}
              subtitle={t(`${id}.text`)}
              trailing={id === 'sync' && phase !== 'none' && toSend > 0 ? <Badge tone="info">{t('waiting', { count: toSend })}</Badge> : undefined}
            />
          ))}
        </List>
        <Button icon="lock" size="large" block onClick={() => void onLock()}>{t('lock')}</Button>
      </Stack>
    </>
  );
}
