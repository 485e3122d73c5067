import { useMemo, useRef, useState } from 'react';
import { blocksOpening, readiness, type Json, type ReadinessItem } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Badge, Banner, Button, Card, Chip, Field, Icon, Row, Stack, TextInput, VisuallyHidden } from '@/ui';
import { capital } from '../attendance/reason';
import { usualAgenda } from '../blocks/texts';
import { usualChair } from '../blocks/people';
import { nowInstant, today } from '../clock';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { stepHref } from '../steps';
import { useLateText } from '../use-late-text';

const LOOK = {
  met: { icon: 'check', tone: 'ok' },
  overridden: { icon: 'info', tone: 'info' },
  missing: { icon: 'warning', tone: 'warn' },
  forbidden: { icon: 'warning', tone: 'danger' },
} as const;

function Reason({ ctx, item, onDone }: { ctx: MeetingContext; item: ReadinessItem; onDone: () => void }) {
  const t = useT('meeting');
  const save = (reason: string): Promise<boolean> => ctx.set({ [`prep/override/${item.rule}`]: reason.trim() || null });
  const text = useLateText(item.reason ?? '', save);
  return (
    <Stack gap={2}>
      <Row role="group" aria-label={t('ready.usual')}>
        {[t(`ready.reason.${item.rule}`), t('ready.reason.urgent')].map((reason) => (
          <Chip
            key={reason}
            pressed={reason === item.reason}
            onClick={() => {
              void save(reason);
              onDone();
            }}
          >
            {capital(reason)}
          </Chip>
        ))}
      </Row>
      <Field label={t('ready.reasonLabel')} hint={t('ready.reasonHint')}>
        <TextInput autoComplete="off" value={text.value} onValue={text.set} onBlur={() => void text.flush()} />
      </Field>
    </Stack>
  );
}

function Line({ ctx, item }: { ctx: MeetingContext; item: ReadinessItem }) {
  const t = useT('meeting');
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLDivElement>(null);
  const { icon, tone } = LOOK[item.state];
  // The reason that was picked goes away under the hand: who works by keyboard goes on from the button that showed it.
  const done = (): void => {
    setOpen(false);
    toggle.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  return (
    <li className="meeting-ready">
      <div className={`ui-row ui-align-top meeting-nowrap ui-tone ui-tone-${tone}`}>
        <Icon name={icon} />
        <div ref={toggle} className="ui-grow">
          <p>
            {item.state === 'met' ? (
              <>
                <VisuallyHidden>{t('ready.state.met')}: </VisuallyHidden>
                {t(`ready.met.${item.rule}`)}
              </>
            ) : (
              <>
                {t(`ready.missing.${item.rule}`)} <Badge tone={tone}>{t(`ready.state.${item.state}`)}</Badge>
              </>
            )}
          </p>
          {item.state === 'overridden' && <p className="ui-caption">{t('ready.because', { reason: item.reason ?? '' })}</p>}
          {item.state !== 'met' && (item.state !== 'forbidden' || item.stepId) && (
            <Row gap={0} className="meeting-fixes">
              {item.stepId && (
                <Button variant="quiet" href={stepHref(ctx.id, item.stepId)}>
                  {t(`ready.fix.${item.rule}`)}
                </Button>
              )}
              {item.state !== 'forbidden' && (
                <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
                  {t(item.state === 'missing' ? 'ready.override' : 'ready.change')}
                </Button>
              )}
            </Row>
          )}
          {open && item.state !== 'met' && <Reason ctx={ctx} item={item} onDone={done} />}
        </div>
      </div>
    </li>
  );
}

/** What the rules still want, and the button that opens the meeting. Gone for good once it is open. */
export function ReadinessCard({ ctx, step }: BlockProps) {
  const t = useT('meeting');
  const { meeting, procedure, cell, roster } = ctx;
  const items = useMemo(
    () => readiness(meeting, procedure, { hasCommittee: cell.hasCommittee, roster, today: today() }),
    [meeting, procedure, cell.hasCommittee, roster],
  );
  const blocking = blocksOpening(items);
  const forbidden = items.find((item) => item.state === 'forbidden');
  const open = (): void => {
    const now = nowInstant();
    void ctx.set({
      roster: roster as unknown as Json,
      ...(meeting.chairId === null && { chairId: usualChair(ctx) }),
      ...(meeting.agenda.trim() === '' && { agenda: usualAgenda(procedure) }),
      startedAt: now,
      [`visit/${now}`]: step.id,
      stepId: step.id,
    });
  };
  return (
    <Card title={t('ready.title')} marked>
      {meeting.date !== today() && (
        <Banner tone="warn" action={<Button onClick={() => void ctx.set({ date: today() })}>{t('ready.moveToday')}</Button>}>
          {t('ready.otherDay', { date: formatDate(meeting.date), today: formatDate(today()) })}
        </Banner>
      )}
      <ul role="list" className="ui-rows" aria-label={t('ready.title')}>
        {items.map((item) => (
          <Line key={item.rule} ctx={ctx} item={item} />
        ))}
      </ul>
      {blocking.length > 0 && <p id="ready-why">{forbidden ? t(`ready.forbidden.${forbidden.rule}`) : t('ready.left', { count: blocking.length })}</p>}
      <Button
        variant="primary"
        size="large"
        block
        icon="play"
        disabled={blocking.length > 0}
        aria-describedby={blocking.length > 0 ? 'ready-why' : undefined}
        onClick={open}
      >
        {t('ready.open')}
      </Button>
    </Card>
  );
}
