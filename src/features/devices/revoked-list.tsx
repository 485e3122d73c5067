import { formatMoment, useT } from '@/i18n';
import type { RevokedDevice } from '@/sync';
import { Icon, List, ListRow, Section } from '@/ui';

/** Devices that were shut out, and whether they have heard of it. */
export function RevokedList({ revoked }: { revoked: readonly RevokedDevice[] }) {
  const t = useT('devices');
  if (revoked.length === 0) return null;
  return (
    <Section title={t('revoked.title')}>
      <List boxed>
        {revoked.map(({ id, name, revokedAt, toldAt }) => (
          <ListRow
            key={id}
            leading={<Icon name="lock" />}
            title={name}
            subtitle={
              <>
                {t('revoked.at', { moment: formatMoment(revokedAt) })}
                <br />
                {toldAt ? t('revoked.told', { moment: formatMoment(toldAt) }) : t('revoked.untold')}
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
