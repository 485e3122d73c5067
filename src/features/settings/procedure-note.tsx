import { useMemo, useState } from 'react';
import { chosen, dateInVietnam, frameOn, guidanceGiven, newerGuidance, profileOn, readDirectives } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { allProcedures, findFrame, procedureFor } from '@/packs';
import { useCollection } from '@/storage';
import { useGuidedCell } from '@/storage/guided';
import { Banner, Button, DefinitionList, Row, Section } from '@/ui';
import { ProfileForm } from './profile-form';

/** The rules that new meetings follow, since when and how sure they are; the way to choose others from a day on. */
export function ProcedureNote() {
  const t = useT('settings');
  const words = useT('rules');
  const fields = useGuidedCell();
  const directives = useCollection('directive');
  const set = useMemo(() => guidanceGiven(readDirectives(directives ?? [])).filter(({ profile, frame }) => profile !== null || frame !== null).at(-1), [directives]);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  if (!fields) return null;
  const profile = profileOn(fields, today);
  const procedure = procedureFor('regular', profile);
  const frame = findFrame(frameOn(fields, today) ?? procedure?.params.frame ?? null);
  const newer = newerGuidance(allProcedures().filter(({ kind }) => kind === 'regular'), profile, today);
  const changes = chosen(fields, 'profile');
  const since = changes.filter(({ from }) => from <= today).at(-1);
  const next = changes.find(({ from }) => from > today);
  return (
    <Section title={t('rules.title')}>
      {procedure ? (
        <>
          <DefinitionList
            items={[
              { term: t('rules.basis'), value: procedure.basis },
              { term: t('rules.from'), value: since ? formatDate(since.from) : words('fromStart') },
              ...(next ? [{ term: words('next'), value: words('nextValue', { basis: procedureFor('regular', next.value)?.basis ?? next.value, date: formatDate(next.from) }) }] : []),
              ...(frame ? [{ term: t('rules.frame'), value: `${frame.title}. ${frame.basis}` }] : []),
            ]}
          />
          <Banner tone={procedure.status === 'officialChecked' ? 'ok' : 'warn'} role="note">{t(`rules.status.${procedure.status}`)}</Banner>
        </>
      ) : (
        <Banner tone="warn" role="note">{t('rules.unknown')}</Banner>
      )}
      {newer && !set && <p>{words('newer', { basis: newer.basis, date: formatDate(newer.effectiveFrom) })}</p>}
      <p className="ui-muted">{words('kept')}</p>
      {set ? <Banner icon="org" role="note">{words('bySuperior', { who: set.issuedBy.committee, date: formatDate(set.from) })}</Banner> : <ProfileForm fields={fields} today={today} />}
      <Row>
        <Button icon="edit" href="/cai-dat/loi-van">{words('wording.open')}</Button>
      </Row>
    </Section>
  );
}
