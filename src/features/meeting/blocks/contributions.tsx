import { useEffect, useRef, useState } from 'react';
import { isPresent, type MemberId, type RosterEntry } from '@/domain';
import { formatNumber, formatPercent, useT } from '@/i18n';
import { newId } from '@/storage';
import { Button, Grid, ProgressBar, Section } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { headFields, usualKind, type ContributionHead } from '../work/contribution';
import { focusIsLost, focusOn } from '../work/focus';
import { ContributionEditor } from './contributions-editor';
import { ContributionList } from './contributions-list';

/** Who speaks, and what they say. Those who have not spoken yet come first; a tap on a name begins. */
export function ContributionsBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const [open, setOpen] = useState<ContributionHead | null>(null);
  const names = useRef<HTMLDivElement>(null);
  const last = useRef<MemberId | null>(null);
  // The name that was tapped has moved over to those who have spoken: who works by keyboard goes on from there.
  useEffect(() => {
    if (open) last.current = open.memberId;
    else if (last.current && focusIsLost()) focusOn(names.current?.querySelector<HTMLElement>(`[data-person="${last.current}"]`));
  }, [open]);
  const { meeting, roster, locked } = ctx;
  const turns = new Map<MemberId, number>();
  for (const { memberId } of meeting.contributions) turns.set(memberId, (turns.get(memberId) ?? 0) + 1);
  const present = roster.filter((entry) => isPresent(entry, meeting.marks));
  const silent = present.filter(({ id }) => !turns.has(id));
  const spoken = present.filter(({ id }) => turns.has(id));
  const here = meeting.contributions.filter(({ stepId }) => stepId === step.id);
  const begin = (memberId: MemberId): void => {
    const head = { id: newId(), memberId, kind: usualKind(step), at: new Date().toISOString(), stepId: step.id };
    setOpen(head);
    void ctx.set(headFields(head));
  };
  const group = (title: string, people: readonly RosterEntry[]) =>
    people.length > 0 && (
      <Section title={title} level={3}>
        <Grid column="small" gap={2}>
          {people.map(({ id, name }) => (
            <Button key={id} data-person={id} className="mw-name" onClick={() => begin(id)}>
              {name}
              {turns.has(id) && <><br /><span className="ui-caption">{t('contribution.turns', { count: turns.get(id) ?? 0 })}</span></>}
            </Button>
          ))}
        </Grid>
      </Section>
    );
  const share = present.length === 0 ? 0 : (spoken.length / present.length) * 100;
  return (
    <Section title={t('contribution.title')}>
      <div aria-live="polite">
        <ProgressBar
          label={t('contribution.spokenShare')}
          value={spoken.length}
          max={Math.max(1, present.length)}
          detail={t('contribution.share', { spoken: formatNumber(spoken.length), present: formatNumber(present.length), percent: formatPercent(share) })}
        />
      </div>
      {!locked && (
        <div ref={names} className="ui-stack">
          <p className="ui-muted">{t('contribution.how')}</p>
          {group(t('contribution.silent', { count: silent.length }), silent)}
          {group(t('contribution.spoken', { count: spoken.length }), spoken)}
        </div>
      )}
      <Section title={t('contribution.list', { count: here.length })} level={3}>
        {here.length === 0 ? <p className="ui-muted">{t('contribution.none')}</p> : <ContributionList ctx={ctx} contributions={here} onOpen={setOpen} />}
      </Section>
      {open && <ContributionEditor key={open.id} ctx={ctx} head={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
