import { useEffect, useRef, useState } from 'react';
import { readPaper, recordKey, resolutionsPassed, resolutionTitle, RESOLUTION_KINDS, type Change, type Json, type ResolutionKind, type Vote } from '@/domain';
import { useT } from '@/i18n';
import { useCollection, useDraft, useFields, useWrite } from '@/storage';
import { Button, Card, Chip, DateInput, Field, Row, Sheet, Stack, TextInput, useToast } from '@/ui';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { useNextNumber } from '../documents/next-number';
import { NONE, useMeetingTasks } from '../work/use-tasks';

/** Resolutions that were passed at this step, and after the meeting all of it: into the register with one press, which says of what kind it is. */
export function Resolutions({ ctx, step }: BlockProps) {
  const records = useCollection('paper');
  const [fresh, setFresh] = useState<string | null>(null);
  const passed = resolutionsPassed(ctx.meeting).filter(({ stepId }) => stepId === step.id || step.blocks.includes('post'));
  if (!records) return null;
  return passed.map((vote) => {
    const paper = records.find(({ id }) => id === vote.id);
    const kind = paper && readPaper(paper.id, paper.fields)?.kind;
    return kind ? <Entered key={vote.id} vote={vote} kind={kind} fresh={fresh === vote.id} /> : <Ask key={vote.id} ctx={ctx} vote={vote} onEnter={() => setFresh(vote.id)} />;
  });
}

function Ask({ ctx, vote, onEnter }: { ctx: MeetingContext; vote: Vote; onEnter: () => void }) {
  const t = useT('resolutions');
  const toast = useToast();
  const tasks = useMeetingTasks(ctx.meeting);
  const { given } = tasks;
  const { theme } = ctx.meeting;
  const enter = async (kind: ResolutionKind): Promise<void> => {
    const key = recordKey('paper', vote.id);
    const title = kind === 'thematicResolution' && theme.title.trim() !== '' ? theme.title.trim() : resolutionTitle(vote.question);
    const own: Record<string, Json> = { kind, title, docType: 'resolution', issuedOn: ctx.meeting.date, meetingId: ctx.id };
    const free = given.filter(({ paperId }) => paperId === null).map(({ id }) => recordKey('task', id));
    const put = (yes: boolean): Change[] => [
      ...Object.entries(own).map(([field, value]) => ({ key, field, value: yes ? value : null })),
      ...free.map((task) => ({ key: task, field: 'paperId', value: yes ? vote.id : null })),
    ];
    onEnter();
    if (await ctx.write(put(true))) toast({ text: t('enter.done', { count: free.length }), action: { label: t('undo'), run: () => void ctx.write(put(false)) } });
  };
  // Before they are loaded nobody can say which tasks come with it.
  if (tasks === NONE) return null;
  return (
    <Card level={3} title={t('enter.title')}>
      <p>{t('enter.ask', { name: resolutionTitle(vote.question) })}</p>
      <Row>
        {RESOLUTION_KINDS.map((kind) => <Chip key={kind} icon="plus" onClick={() => void enter(kind)}>{t(`enter.kind.${kind}`)}</Chip>)}
      </Row>
      {given.length > 0 && <p className="ui-caption">{t('enter.tasks', { count: given.length })}</p>}
    </Card>
  );
}

function Entered({ vote, kind, fresh }: { vote: Vote; kind: string; fresh: boolean }) {
  const t = useT('resolutions');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that entered it is gone: who works by keyboard goes on from here.
  useEffect(() => {
    if (fresh) place.current?.focus();
  }, [fresh]);
  return (
    <div ref={place} tabIndex={-1}>
      <Card level={3} title={t('enter.entered', { kind: t(`papers:kind.${kind}`) })}>
        <Row>
          <Button icon="edit" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('enter.more')}</Button>
          <Button variant="quiet" href="/van-ban">{t('enter.register')}</Button>
        </Row>
        <Sheet open={open} title={t('enter.more')} closeLabel={t('common:close')} onClose={() => setOpen(false)}>
          {open && <Details id={vote.id} onClose={() => setOpen(false)} />}
        </Sheet>
      </Card>
    </div>
  );
}

/** Number, and the days of its reviews: what is often known only after the meeting. */
function Details({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('resolutions');
  const key = recordKey('paper', id);
  const number = useDraft(key, 'number');
  const write = useWrite();
  const fields = useFields(key);
  const next = useNextNumber('resolution', 'NQ', typeof fields?.['issuedOn'] === 'string' ? fields['issuedOn'] : undefined);
  const date = (field: 'reviewOn' | 'summaryOn', hint?: string) => (
    <Field label={t(`papers:field.${field}`)} hint={hint}>
      <DateInput value={typeof fields?.[field] === 'string' ? fields[field] : ''} onValue={(value) => void write([{ key, field, value: value || null }])} />
    </Field>
  );
  return (
    <Stack>
      <Field label={t('papers:field.number')} hint={t('papers:field.numberHint')}>
        <TextInput maxLength={60} autoComplete="off" value={number.value} onValue={number.set} onBlur={() => void number.flush()} />
      </Field>
      {next && number.value.trim() === '' && <Row><Button icon="plus" onClick={() => number.set(next)}>{t('papers:number.propose', { number: next })}</Button></Row>}
      {date('reviewOn', t('enter.reviewHint'))}
      {date('summaryOn')}
      <Button variant="primary" size="large" block icon="check" onClick={onClose}>{t('common:done')}</Button>
    </Stack>
  );
}
