import { formatDate, formatMoment, useT } from '@/i18n';
import type { GuidanceView } from '@/sync/committee';
import { Card, Disclosure, Section } from '@/ui';
import { SeenBy } from './now';
import { basisOf, frameTitle, placeOf } from './said';

function Texts({ wording }: Pick<GuidanceView, 'wording'>) {
  const t = useT('guidance');
  const texts = Object.entries(wording);
  return (
    <Disclosure summary={t('wording.texts', { count: texts.length })}>
      <ul role="list" className="ui-stack ui-gap-3">
        {texts.map(([field, text]) => {
          const place = placeOf(field);
          return (
            <li key={field}>
              <p className="ui-caption">{place ? `${place.procedure}, ${place.step.label}: ${t(`part.${place.part}`)}` : field}</p>
              <p className="cm-text">{text || t('wording.tookBack')}</p>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

/** All that was sent, the newest first. */
export function History({ said }: { said: readonly GuidanceView[] }) {
  const t = useT('guidance');
  return (
    <Section title={t('history')}>
      {said.length === 0 && <p className="ui-muted">{t('historyNone')}</p>}
      <ol role="list" className="ui-stack ui-gap-3">
        {said.map((one) => (
          <li key={one.id}>
            <Card className="cm-card">
              {one.profile !== null && <p>{t('line', { name: t('profile'), value: basisOf(one.profile) })}</p>}
              {one.frame !== null && <p>{t('line', { name: t('frame'), value: one.frame ? frameTitle(one.frame) : t('frameOfProcedure') })}</p>}
              {(one.profile !== null || one.frame !== null) && <p>{t('line', { name: t('from'), value: formatDate(one.from) })}</p>}
              {Object.keys(one.wording).length > 0 && <Texts wording={one.wording} />}
              <p className="ui-caption">{one.person ? t('by', { person: one.person, at: formatMoment(one.issuedAt) }) : t('at', { at: formatMoment(one.issuedAt) })}</p>
              <div className="ui-row"><SeenBy one={one} /></div>
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}
