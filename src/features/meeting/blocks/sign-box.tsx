import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { Button, Card, Row } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { stepHref } from '../steps';
import { PAD } from '../work/ink';
import { SignPad } from './sign-pad';

/** One signature: on the screen, or noted as given on paper. */
export function SignBox({ ctx, who }: { ctx: MeetingContext; who: 'chair' | 'clerk' }) {
  const t = useT('meetingWork');
  const { meeting, procedure, locked } = ctx;
  const memberId = who === 'chair' ? meeting.chairId : meeting.clerkId;
  const stored = meeting.signatures[who];
  // A signature of someone who has since been replaced signs for nobody.
  const signed = stored?.memberId === memberId ? stored : null;
  const [drawing, setDrawing] = useState(!signed);
  const name = ctx.nameOf(memberId);
  const title = t(`sign.roles.${who}`);
  const field = `sign/${who}`;
  const clear = (): void => {
    setDrawing(true);
    void ctx.set({ [field]: null });
  };
  const step = procedure.phases.flatMap(({ steps }) => steps).find(({ blocks }) => blocks.includes(who));
  if (!memberId) {
    return (
      <Card title={title} level={3}>
        <p>{t('sign.nobody')}</p>
        {step && !locked && <Row><Button href={stepHref(ctx.id, step.id)}>{t('sign.pick')}</Button></Row>}
      </Card>
    );
  }
  const write = (how: 'screen' | 'paper', path?: string): void =>
    void ctx.set({ [field]: { memberId, at: new Date().toISOString(), how, ...(path === undefined ? {} : { path }) } });
  return (
    <Card title={`${title}: ${name}`} level={3}>
      {drawing && !locked && (
        <>
          <p className="ui-caption">{t('sign.how')}</p>
          <SignPad label={t('sign.padOf', { name })} onInk={(path) => write('screen', path)} />
        </>
      )}
      {(!drawing || locked) && signed?.how === 'screen' && (
        <svg role="img" aria-label={t('sign.inkOf', { name })} className="mw-pad" viewBox={`0 0 ${PAD.width} ${PAD.height}`}>
          <path className="mw-ink" d={signed.path ?? ''} />
        </svg>
      )}
      <p role="status">
        {signed ? t(`sign.done.${signed.how}`, { moment: formatMoment(signed.at) }) : locked ? t('sign.none') : ''}
      </p>
      {!locked && (
        <Row>
          {signed ? (
            <>
              {drawing && <Button icon="check" onClick={() => setDrawing(false)}>{t('common:done')}</Button>}
              <Button icon="undo" onClick={clear} key={signed.at}>{t('sign.again')}</Button>
            </>
          ) : (
            <Button
              icon="edit"
              onClick={() => {
                write('paper');
                setDrawing(false);
              }}
            >
              {t('sign.paper')}
            </Button>
          )}
        </Row>
      )}
    </Card>
  );
}
