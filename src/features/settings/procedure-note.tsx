import { readCell } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { findFrame, procedureFor } from '@/packs';
import { useFields } from '@/storage';
import { Banner, DefinitionList, Section } from '@/ui';

/** The rules that new meetings follow, and how sure they are. Chosen by the committee's profile, not here. */
export function ProcedureNote() {
  const t = useT('settings');
  const fields = useFields('cell:cell');
  const { profile } = readCell(fields ?? {});
  const procedure = procedureFor('regular', profile);
  if (!fields) return null;
  if (!procedure) return <Section title={t('rules.title')}><Banner tone="warn" role="note">{t('rules.unknown')}</Banner></Section>;
  const frame = findFrame(procedure.params.frame);
  return (
    <Section title={t('rules.title')}>
      <DefinitionList
        items={[
          { term: t('rules.procedure'), value: procedure.title },
          { term: t('rules.basis'), value: procedure.basis },
          { term: t('rules.from'), value: formatDate(procedure.effectiveFrom) },
          ...(frame ? [{ term: t('rules.frame'), value: frame.basis }] : []),
        ]}
      />
      <Banner tone={procedure.status === 'officialChecked' ? 'ok' : 'warn'} role="note">{t(`rules.status.${procedure.status}`)}</Banner>
      <p className="ui-muted">{t('rules.fixed')}</p>
    </Section>
  );
}
