import { progressOf, YEAR_GRADES, type CalendarDate, type Reviewed } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Card, Grid, ProgressBar, Row } from '@/ui';
import { GradeBadge } from './grade-badge';

const STEPS = ['handedIn', 'commented', 'voted', 'decided'] as const;

/** How far the cell has come, and the grades so far. */
export function Progress({ people, day }: { people: readonly Reviewed[]; day: CalendarDate }) {
  const t = useT('appraisal');
  const progress = progressOf(people, day);
  const given = YEAR_GRADES.filter((grade) => progress.grades[grade] > 0);
  return (
    <Card title={t('progress.title')}>
      <Grid column="large">
        {STEPS.map((step) => (
          <ProgressBar key={step} label={t(`progress.${step}`)} value={progress[step]} max={progress.all} detail={t('progress.detail', { done: progress[step], all: progress.all })} tone={progress[step] === progress.all ? 'ok' : 'neutral'} />
        ))}
      </Grid>
      {given.length > 0 && (
        <Row gap={3}>
          <span className="ui-muted">{t('progress.grades')}</span>
          {given.map((grade) => (
            <span key={grade} className="ui-line"><GradeBadge grade={grade} /><span className="ui-num">{formatNumber(progress.grades[grade])}</span></span>
          ))}
        </Row>
      )}
    </Card>
  );
}
