import { formatDate, useT } from '@/i18n';
import { useDirectory } from '@/storage';
import { Button } from '@/ui';
import { DateField } from '../fields';
import { committeeMetOn } from '../new-meeting';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { later } from '../work/later';

const Invite = later(() => import('./invite'), 'Invite');

/** The day on which something was done beforehand. */
function PrepDate({ ctx, name }: { ctx: MeetingContext; name: 'committeeMetOn' | 'noticeSentOn' | 'documentsSentOn' }) {
  const t = useT('meeting');
  return <DateField quick label={t(`prep.${name}`)} value={ctx.meeting.prep[name]} onValue={(date) => void ctx.set({ [`prep/${name}`]: date })} />;
}

/** When the committee met; the book knows where its meeting is written down. */
export function CommitteeMetBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const met = committeeMetOn(useDirectory() ?? [], ctx.meeting);
  return (
    <>
      <PrepDate ctx={ctx} name="committeeMetOn" />
      {met && met !== ctx.meeting.prep.committeeMetOn && (
        <Button icon="check" onClick={() => void ctx.set({ 'prep/committeeMetOn': met })}>
          {t('prep.fromBook', { date: formatDate(met) })}
        </Button>
      )}
    </>
  );
}
/** When the documents went out. */
export const DocumentsSentBlock = ({ ctx }: BlockProps) => <PrepDate ctx={ctx} name="documentsSentOn" />;

/** When members were told; the words to tell them with load on their own. */
export function NoticeBlock({ ctx, step }: BlockProps) {
  return (
    <>
      <PrepDate ctx={ctx} name="noticeSentOn" />
      <Invite ctx={ctx} step={step} />
    </>
  );
}
