import { calendarFileName, canShareFile, mayLeave, question, refusal, saveFile, shareFile, shareText, type Leaving } from '@/documents';
import { calendarFile } from '@/documents/calendar';
import { invitationText } from '@/documents/invitation';
import { stepsOf } from '@/domain';
import { useT } from '@/i18n';
import { AskButton, Banner, Button, Row, Section, Stack, useToast } from '@/ui';
import { usualAgenda } from '../blocks/texts';
import { nowInstant } from '../clock';
import type { BlockProps, MeetingContext } from '../meeting-context';

/** Words to tell the members with, and the day for their calendars. */
export function Invite({ ctx }: BlockProps) {
  return (
    <Stack gap={5}>
      <Message ctx={ctx} />
      <CalendarEntry ctx={ctx} />
    </Stack>
  );
}

function Message({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meeting');
  const toast = useToast();
  const text = invitationText({ ...ctx, usualAgenda: usualAgenda(ctx.procedure) });
  const leaving: Leaving = { what: 'invitation', text, names: ctx.roster.map(({ name }) => name), own: ctx };
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const asked = question(t, verdict);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => toast({ text: t('notice.copied') }),
      () => toast({ text: t('notice.notCopied'), tone: 'warn' }),
    );
  };
  const share = async (): Promise<void> => {
    if ((await shareText(text, leaving)) === 'blocked') toast({ text: t('notice.notShared'), tone: 'warn' });
  };
  return (
    <Section title={t('notice.title')}>
      <p className="ui-card meeting-paper" lang="vi">{text}</p>
      {refused !== null ? <Banner tone="warn">{refused}</Banner> : (
        <Row>
          <AskButton question={asked} icon="document" onGo={copy}>{t('notice.copy')}</AskButton>
          {'share' in navigator && <AskButton question={asked} icon="share" onGo={() => void share()}>{t('notice.share')}</AskButton>}
        </Row>
      )}
    </Section>
  );
}

const CALENDAR: Leaving = { what: 'calendar' };
const USUAL_MINUTES = 90;

/** How long the procedure's steps take together. */
const lengthOf = ({ procedure }: MeetingContext): number => stepsOf(procedure).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || USUAL_MINUTES;

function CalendarEntry({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meeting');
  const { meeting } = ctx;
  const make = (): File | null => {
    const entry = calendarFile({ meeting, minutes: lengthOf(ctx), now: nowInstant() });
    return entry === null ? null : new File([entry], calendarFileName(meeting), { type: 'text/calendar' });
  };
  const made = make();
  if (!made) return null;
  // Made anew at each tap: the later file is the one that counts.
  const save = (): void => saveFile(make() ?? made);
  const share = async (): Promise<void> => {
    if ((await shareFile(make() ?? made, CALENDAR)) === 'blocked') save();
  };
  return (
    <Section title={t('notice.calendar')}>
      <p className="ui-muted">{t('notice.calendarText')}</p>
      <Row>
        {canShareFile(made, CALENDAR) && <Button icon="share" onClick={() => void share()}>{t('notice.calendarShare')}</Button>}
        <Button icon="calendar" onClick={save}>{t('notice.calendarSave')}</Button>
      </Row>
    </Section>
  );
}
