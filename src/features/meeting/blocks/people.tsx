import type { MemberId, Position } from '@/domain';
import { useT } from '@/i18n';
import { useDirectory, useFields } from '@/storage';
import { PersonField } from '../person-picker';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { previousMeeting } from '../work/use-tasks';

const withPosition = (ctx: MeetingContext, ...positions: Position[]): MemberId[] =>
  positions.flatMap((position) => ctx.roster.filter((entry) => entry.position === position).map((entry) => entry.id));

/** The one who chairs unless another is named: the secretary, when there is exactly one. */
export function usualChair(ctx: MeetingContext): MemberId | null {
  const secretaries = withPosition(ctx, 'secretary');
  return secretaries.length === 1 ? secretaries[0]! : null;
}

/** Who chairs. */
export function ChairBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  return (
    <PersonField
      label={t('chair.label')}
      people={ctx.roster}
      value={ctx.meeting.chairId}
      nameOf={ctx.nameOf}
      suggestions={withPosition(ctx, 'secretary', 'deputy')}
      onPick={(id) => void ctx.set({ chairId: id })}
    />
  );
}

/** Who writes the minutes: the last one who did, then those of the committee. */
export function ClerkBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const { meeting } = ctx;
  const previous = previousMeeting(useDirectory() ?? [], meeting);
  const before = useFields(`meeting:${previous?.id ?? 'none'}`)?.['clerkId'];
  const likely = [before as MemberId | undefined, ...withPosition(ctx, 'deputy', 'committeeMember')];
  return (
    <PersonField
      label={t('clerk.label')}
      people={ctx.roster}
      value={meeting.clerkId}
      nameOf={ctx.nameOf}
      suggestions={likely.filter((id) => id !== meeting.chairId)}
      onPick={(id) => void ctx.set({ clerkId: id })}
    />
  );
}
