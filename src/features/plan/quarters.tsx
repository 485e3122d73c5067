import { yearOf, type PlannedMilestone, type PlannedQuarter } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Badge, Button, Card, Checkbox, Disclosure, Row, Section, Stack, useToast } from '@/ui';
import { arrangeHref, meetingHref } from './arrange';
import { milestoneFields } from './milestones';
import type { PlanView, Shown } from './use-plan';
import { dayWords, quarterWords } from './words';

/** The four themes and how far each has come; of the year that is on, the quarters that have passed are one press away. */
export function Quarters({ view, onShow }: { view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const { today, state: { quarters } } = view;
  const past = yearOf(today) === view.plan.year ? quarters.filter(({ end }) => end < today) : [];
  const cards = (part: readonly PlannedQuarter[]) => (
    <Stack gap={3}>
      {part.map((quarter) => <QuarterCard key={quarter.theme.quarter} quarter={quarter} view={view} onEdit={() => onShow({ part: 'quarter', quarter: quarter.theme.quarter })} />)}
    </Stack>
  );
  return (
    <Section title={t('quarters.title')}>
      {past.length > 0 && <Disclosure summary={t('quarters.past', { count: past.length })}>{cards(past)}</Disclosure>}
      {cards(quarters.filter((quarter) => !past.includes(quarter)))}
    </Section>
  );
}

function QuarterCard({ quarter, view, onEdit }: { quarter: PlannedQuarter; view: PlanView; onEdit: () => void }) {
  const t = useT('plan');
  const { theme, standing, meeting } = quarter;
  const name = quarterWords(t, [theme.quarter]);
  const day = meeting?.date ?? quarter.on;
  const chosen = theme.theme.trim() !== '';
  const isOpen = standing === 'ahead' || standing === 'arranged' || standing === 'late';
  return (
    <Card
      level={3}
      title={t('quarters.of', { quarter: name })}
      actions={standing === 'ahead' || standing === 'before' ? undefined : <Badge tone={standing === 'held' ? 'ok' : standing === 'arranged' ? 'info' : 'danger'} icon={standing === 'held' ? 'check' : undefined}>{t(`standing.${standing}`)}</Badge>}
    >
      <div>
        <p className={chosen ? 'ui-strong' : 'ui-muted'}>{chosen ? theme.theme : t('quarters.noTheme')}</p>
        {chosen && <p className="ui-caption">{theme.presenterId ? t('quarters.presenter', { name: view.nameOf(theme.presenterId) }) : t('quarters.noPresenter')}</p>}
        {(chosen || day) && <p className="ui-caption">{day ? dayWords(t, day) : t('quarters.noDay')}{theme.withMonth ? ` · ${t('quarters.shared')}` : ''}</p>}
      </div>
      {chosen && isOpen && <Milestones quarter={quarter} view={view} />}
      <Row>
        <Button icon="edit" aria-label={t(chosen ? 'quarters.editOf' : 'quarters.chooseOf', { quarter: name })} onClick={onEdit}>{t(chosen ? 'edit' : 'quarters.choose')}</Button>
        {meeting ? (
          <Button variant="quiet" href={meetingHref(meeting)} aria-label={t('openOf', { what: name })}>{t('open')}</Button>
        ) : (
          chosen && isOpen && <Button variant="quiet" icon="plus" href={arrangeHref(theme.withMonth ? 'combined' : 'thematic', quarter.on, theme.quarter)} aria-label={t('arrangeOf', { what: name })}>{t('arrange')}</Button>
        )}
      </Row>
    </Card>
  );
}

function Milestones({ quarter, view }: { quarter: PlannedQuarter; view: PlanView }) {
  const t = useT('plan');
  const toast = useToast();
  const hint = ({ due, doneOn }: PlannedMilestone) => {
    if (doneOn) return t('milestone.doneOn', { date: formatDate(doneOn) });
    if (!due) return undefined;
    return due < view.today ? <span className="ui-error">{t('milestone.late', { date: formatDate(due) })}</span> : t('milestone.due', { date: formatDate(due) });
  };
  const tick = ({ milestone, doneOn }: PlannedMilestone): void => {
    view.put(milestoneFields(view.key, quarter, milestone, doneOn ? null : view.today));
    if (doneOn) toast({ text: t('milestone.untick'), action: { label: t('undo'), run: () => view.put(milestoneFields(view.key, quarter, milestone, doneOn)) } });
  };
  return (
    <div>
      {quarter.milestones.map((one) => (
        <Checkbox key={one.milestone} checked={one.doneOn !== null} hint={hint(one)} onValue={() => tick(one)}>{t(`milestone.${one.milestone}.name`)}</Checkbox>
      ))}
    </div>
  );
}
