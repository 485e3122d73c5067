import type { Contribution } from '@/domain';
import { formatTime, useT } from '@/i18n';
import { List, ListRow } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { noContribution } from '../work/contribution';
import { DeleteButton } from '../work/delete-button';

export interface ContributionListProps {
  ctx: MeetingContext;
  contributions: readonly Contribution[];
  onOpen: (contribution: Contribution) => void;
}

/** What was said, in order; a tap opens it again. */
export function ContributionList({ ctx, contributions, onOpen }: ContributionListProps) {
  const t = useT('meetingWork');
  return (
    <List boxed aria-label={t('contribution.listLabel')}>
      {contributions.map((one) => {
        const name = ctx.nameOf(one.memberId);
        return (
          <ListRow
            key={one.id}
            title={name}
            subtitle={
              <>
                {`${formatTime(one.at)} · ${t(`contribution.kinds.${one.kind}`)}`}
                <br />
                {one.text.trim() || <i>{t('contribution.empty')}</i>}
              </>
            }
            {...(!ctx.locked && {
              onClick: () => onOpen(one),
              actions: <DeleteButton label={t('contribution.delete', { name })} onDelete={() => void ctx.set(noContribution(one.id))}>{one.text}</DeleteButton>,
            })}
          />
        );
      })}
    </List>
  );
}
