import { formatDate, useT } from '@/i18n';
import { useDirectory } from '@/storage';
import { Button, Row, Section, useToast } from '@/ui';
import { usualAgenda } from '../blocks/texts';
import { DateField } from '../fields';
import { committeeMetOn } from '../new-meeting';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { invitation } from './invitation';

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

/** When members were told, and words to tell them with. */
export function NoticeBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const toast = useToast();
  const text = invitation(t, ctx, usualAgenda(ctx.procedure));
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => toast({ text: t('notice.copied') }),
      () => toast({ text: t('notice.notCopied'), tone: 'warn' }),
    );
  };
  const share = (): void => {
    // Closing the share sheet without choosing rejects too: nothing went wrong.
    navigator.share({ text }).catch(() => undefined);
  };
  return (
    <>
      <PrepDate ctx={ctx} name="noticeSentOn" />
      <Section title={t('notice.title')}>
        <p className="ui-card meeting-paper">{text}</p>
        <Row>
          <Button icon="document" onClick={copy}>
            {t('notice.copy')}
          </Button>
          {'share' in navigator && (
            <Button icon="share" onClick={share}>
              {t('notice.share')}
            </Button>
          )}
        </Row>
      </Section>
    </>
  );
}
