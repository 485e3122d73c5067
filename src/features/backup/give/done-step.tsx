import { useT } from '@/i18n';
import { Banner, Button, Stack } from '@/ui';

/** What follows by itself, and what people still have to do. */
export function DoneStep({ connected }: { connected: boolean }) {
  const t = useT('backup');
  return (
    <Stack gap={4}>
      <h2 className="ui-h2" tabIndex={-1}>{t('give.done.title')}</h2>
      <Banner tone={connected ? 'ok' : 'info'} role="note">{t(connected ? 'give.done.place' : 'give.done.alone')}</Banner>
      <p>{t('give.done.handOver')}</p>
      <Button variant="primary" size="large" block href="/thiet-bi">{t('give.done.close')}</Button>
    </Stack>
  );
}
