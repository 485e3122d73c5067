import type { ChainLink } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Banner, Section, Stack } from '@/ui';
import type { Closed } from './use-closed';

/** What the chain of closed texts says: whole or not, and of what is not, which. */
export function ChainCard({ chain, titleOf }: Closed) {
  const t = useT('proofs');
  const name = (id: string): string => titleOf(id) ?? t('chain.unnamed');
  const words = ({ kind, id }: ChainLink): string => (kind === 'correction' ? t('chain.correction', { title: name(id) }) : name(id));
  const list = (items: readonly string[]) => <ul>{items.map((item, at) => <li key={at}>{item}</li>)}</ul>;
  const total = chain.sound + chain.altered.length;
  const whole = chain.altered.length === 0 && chain.missing.length === 0;
  if (total === 0 && whole) return <Section title={t('chain.title')}><p className="ui-muted">{t('chain.empty')}</p></Section>;
  return (
    <Section title={t('chain.title')}>
      <Stack>
        {whole && <Banner tone="ok" icon="shield" title={t('chain.whole')}>{t('chain.wholeText', { count: total, number: formatNumber(total) })}</Banner>}
        {chain.altered.length > 0 && <Banner tone="danger" title={t('chain.altered')}><p>{t('chain.alteredText')}</p>{list(chain.altered.map(words))}</Banner>}
        {chain.missing.length > 0 && (
          <Banner tone="danger" title={t('chain.missing')}>
            <p>{t('chain.missingText')}</p>
            {list(chain.missing.map(({ id, before }) => (id && titleOf(id) ? t('chain.replaced', { title: name(id) }) : before[0] ? t('chain.before', { title: words(before[0]) }) : t('chain.sent'))))}
          </Banner>
        )}
        {chain.forks.length > 0 && <Banner tone="info" title={t('chain.fork')}><p>{t('chain.forkText')}</p>{list(chain.forks.map((group) => group.map(words).join('; ')))}</Banner>}
        {chain.older.length > 0 && <p className="ui-muted">{t('chain.older', { count: chain.older.length, number: formatNumber(chain.older.length) })}</p>}
      </Stack>
    </Section>
  );
}
