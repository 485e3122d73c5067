import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { ARRIVALS, lifeFlow, lifeProblems, lifeState, lifeVote, personOf, probationEnd, probationFrom, readLife, readMeeting, readMember, recordKey, type Fields, type LifeEvent } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useFields } from '@/storage';
import { useLives } from '@/storage/lives';
import { Badge, Banner, Button, Card, ConfirmDialog, EmptyState, PageHeader, Row, Spinner, Stack } from '@/ui';
import { useToday } from '../use-members';
import { LifeText } from './life-text';
import { PersonCard } from './person-card';
import { Problems } from './problems';
import { ReasonCard } from './reason-card';
import { Steps } from './steps';
import { StopLife } from './stop-life';
import { useLifeWrite } from './use-life-write';

const LIST = '/dang-vien';

/** One event in a member's life: its steps as a list to go down, and what does not fit. */
export function LifePage() {
  const t = useT('life');
  const { id } = useParams<{ id: string }>();
  const fields = useFields(recordKey('life', id));
  if (!fields) return <Spinner>{t('common:loading')}</Spinner>;
  const life = readLife(id, fields);
  if (!life) return <EmptyState icon="members" level={1} title={t('page.unknown')} action={<Button href={LIST}>{t('page.toList')}</Button>} />;
  return <Life key={id} life={life} fields={fields} />;
}

function Life({ life, fields }: { life: LifeEvent; fields: Fields }) {
  const t = useT('life');
  const today = useToday();
  const person = personOf(life);
  const memberFields = useFields(recordKey('member', person));
  const meetingFields = useFields(recordKey('meeting', life.link?.meetingId ?? 'none'));
  const all = useLives();
  const put = useLifeWrite(life.id, fields);
  if (!memberFields || !meetingFields || !all) return <Spinner>{t('common:loading')}</Spinner>;
  const member = readMember(person, memberFields);
  const known = member.name !== '';
  const vote = lifeVote(life, life.link ? readMeeting(life.link.meetingId, meetingFields) : undefined);
  const state = lifeState(life, vote);
  const from = life.kind === 'official' ? probationFrom(member, all.map((one) => one.life)) : null;
  const { source, evidence } = lifeFlow(life);
  const name = member.name || life.name || t('person.unnamed');
  const arriving = ARRIVALS.includes(life.kind) && life.memberId === null;
  return (
    <Stack gap={5}>
      <PageHeader
        back={known ? { href: `${LIST}/${person}`, label: t('page.toMember') } : { href: LIST, label: t('page.toList') }}
        title={t('page.title', { kind: t(`kind.${life.kind}`), name })}
        actions={<Badge tone={state.progress === 'open' ? 'info' : state.progress === 'running' ? 'warn' : state.progress === 'done' ? 'ok' : 'neutral'}>{t(`progress.${state.progress}`)}</Badge>}
      />
      {from && <p>{t('page.probationEnds', { date: formatDate(probationEnd(from)) })}</p>}
      {arriving && !known && <PersonCard life={life} today={today} />}
      <ReasonCard life={life} state={state} put={put} />
      <Problems problems={lifeProblems(life, vote, from)} life={life} vote={vote} />
      {life.stoppedOn && <Banner tone="neutral" title={t('stop.stopped', { date: formatDate(life.stoppedOn) })}>{life.stopNote}</Banner>}
      <Steps life={life} state={state} vote={vote} today={today} from={from} named={known || life.name !== ''} put={put} />
      {arriving && known && <Row><Button icon="person" href={`${LIST}/${person}`}>{t('page.openMember')}</Button></Row>}
      <Card>
        <LifeText record={recordKey('life', life.id)} field="note" label={t('page.note')} long />
        <p className="ui-caption">
          {source.length > 0 ? t('page.sources', { sources: source.map((id) => t(`source.${id}`)).join('; ') }) : t('page.noSource')} {evidence !== 'V' && `${t('page.notCompared')}.`}
        </p>
      </Card>
      <Row spread>
        <StopLife life={life} state={state} today={today} put={put} />
        <DeleteLife fields={fields} put={put} back={known ? `${LIST}/${person}` : LIST} />
      </Row>
    </Stack>
  );
}

function DeleteLife({ fields, put, back }: { fields: Fields; put: ReturnType<typeof useLifeWrite>; back: string }) {
  const t = useT('life');
  const [asked, setAsked] = useState(false);
  const [, navigate] = useLocation();
  const remove = async (): Promise<void> => {
    setAsked(false);
    if (await put(Object.fromEntries(Object.keys(fields).map((field) => [field, null])), t('delete.done'))) navigate(back);
  };
  return (
    <>
      <Button variant="quiet" icon="trash" onClick={() => setAsked(true)}>{t('delete.button')}</Button>
      <ConfirmDialog open={asked} danger title={t('delete.title')} confirmLabel={t('delete.confirm')} cancelLabel={t('delete.keep')} onConfirm={() => void remove()} onCancel={() => setAsked(false)}>
        {t('delete.text')}
      </ConfirmDialog>
    </>
  );
}
