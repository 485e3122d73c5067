import type { ReactNode } from 'react';
import type { CalendarDate } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { GuidanceView } from '@/sync/committee';
import { Badge, Card, DefinitionList } from '@/ui';
import { basisOf, coming, frameTitle, holding, publishedIn } from './said';

/** In how many of the cells that got it somebody has seen it. */
export function SeenBy({ one: { seen, cells } }: { one: GuidanceView }) {
  const t = useT('guidance');
  const all = seen >= cells;
  return <Badge tone={all ? 'ok' : 'neutral'} icon={all ? 'check' : 'eye'}>{t('seen', { seen, cells })}</Badge>;
}

/** What the cells follow now, and what is to come. */
export function Now({ said, today }: { said: readonly GuidanceView[]; today: CalendarDate }) {
  const t = useT('guidance');
  const name = (choice: 'profile' | 'frame', one: GuidanceView): string => (choice === 'profile' ? basisOf(one.profile ?? '') : one.frame ? frameTitle(one.frame) : t('frameOfProcedure'));
  const line = (choice: 'profile' | 'frame', one: GuidanceView): ReactNode => (
    <span className="ui-stack ui-gap-1">
      <span>{t('fromDay', { what: name(choice, one), date: formatDate(one.from) })}</span>
      <span><SeenBy one={one} /></span>
    </span>
  );
  const items = (['profile', 'frame'] as const).flatMap((choice) => {
    const one = holding(said, choice, today);
    return [
      { id: choice, term: t(choice), value: one ? line(choice, one) : <span className="ui-muted">{t(`none.${choice}`)}</span> },
      ...coming(said, choice, today).map((later) => ({ id: later.id + choice, term: t(`coming.${choice}`), value: line(choice, later) })),
    ];
  });
  const texts = Object.keys(publishedIn(said)).length;
  return (
    <Card className="cm-summary" title={t('now')}>
      <DefinitionList items={[...items, { id: 'wording', term: t('wording.short'), value: texts > 0 ? t('wording.published', { count: texts }) : <span className="ui-muted">{t('none.wording')}</span> }]} />
    </Card>
  );
}
