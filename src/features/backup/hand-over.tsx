import { useT } from '@/i18n';
import { Button, Section, Stack } from '@/ui';

/** What to do when the secretary changes, step by step. */
export function HandOver() {
  const t = useT('backup');
  return (
    <Section title={t('handOver.title')}>
      <Stack gap={5}>
        <Stack gap={2}>
          <h3 className="ui-strong">{t('handOver.near')}</h3>
          <p>{t('handOver.nearText')}</p>
          <Button icon="qr" block href="/sao-luu/trao-so">{t('handOver.nearButton')}</Button>
        </Stack>
        <Stack gap={2}>
          <h3 className="ui-strong">{t('handOver.file')}</h3>
          <ol>
            <li>{t('handOver.fileStep1')}</li>
            <li>{t('handOver.fileStep2')}</li>
            <li>{t('handOver.fileStep3')}</li>
            <li>{t('handOver.fileStep4')}</li>
            <li>{t('handOver.fileStep5')}</li>
            <li>{t('handOver.fileStep6')}</li>
          </ol>
        </Stack>
        <Stack gap={2}>
          <h3 className="ui-strong">{t('handOver.network')}</h3>
          <p>{t('handOver.networkText')}</p>
        </Stack>
      </Stack>
    </Section>
  );
}
