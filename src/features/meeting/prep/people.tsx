import { countAttendance } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Banner, Button, Counter, Grid, Row, Stack } from '@/ui';
import { today } from '../clock';
import type { BlockProps } from '../meeting-context';
import { PersonField } from '../person-picker';

function PrepPerson({ ctx, name }: BlockProps & { name: 'preparerId' | 'scorerId' }) {
  const t = useT('meeting');
  return (
    <PersonField
      label={t(`prep.${name}`)}
      people={ctx.roster}
      value={ctx.meeting.prep[name]}
      nameOf={ctx.nameOf}
      suggestions={ctx.roster.filter((entry) => entry.position === 'deputy' || entry.position === 'committeeMember').map((entry) => entry.id)}
      onPick={(id) => void ctx.set({ [`prep/${name}`]: id })}
      clearable
    />
  );
}

/** Who prepares the content. */
export const PreparerBlock = (props: BlockProps) => <PrepPerson {...props} name="preparerId" />;
/** Who follows the meeting for the score. */
export const ScorerBlock = (props: BlockProps) => <PrepPerson {...props} name="scorerId" />;

/** The register by category, and that somebody has looked it over. */
export function RosterCheckBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const count = countAttendance(ctx.roster, {});
  const checked = ctx.meeting.prep.rosterCheckedOn;
  const lines = (['official', 'probationary', 'temporaryIn', 'temporaryOut', 'exempt', 'suspended'] as const)
    .map((name) => ({ name, value: count[name].total }))
    .filter(({ value }, index) => index < 2 || value > 0);
  return (
    <Stack>
      <Grid column="small">
        <Counter value={count.strength} caption={t('rosterCheck.strength')} />
        {lines.map(({ name, value }) => (
          <Counter key={name} value={value} caption={t(`category.${name}`)} />
        ))}
      </Grid>
      {checked && <Banner tone="ok">{t('rosterCheck.checkedOn', { date: formatDate(checked) })}</Banner>}
      <Row>
        {checked !== today() && (
          <Button variant={checked ? 'secondary' : 'primary'} icon="check" onClick={() => void ctx.set({ 'prep/rosterCheckedOn': today() })}>
            {t('rosterCheck.done')}
          </Button>
        )}
        <Button href="/dang-vien" icon="members">
          {t('rosterCheck.open')}
        </Button>
      </Row>
    </Stack>
  );
}
