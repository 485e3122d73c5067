import { useT } from '@/i18n';
import { Card } from '@/ui';

/** The letters that two screens show and a person compares, large. */
export function CompareCode({ code }: { code: string }) {
  const t = useT('backup');
  return (
    <Card marked aria-label={t('compare.label')}>
      <p className="ui-muted">{t('compare.label')}</p>
      <p className="ui-h1 ui-strong ui-num" translate="no" style={{ letterSpacing: '0.12em', fontSize: 'min(2rem, 10vw)' }}>{code}</p>
      <p className="ui-caption">{t('compare.hint')}</p>
    </Card>
  );
}
