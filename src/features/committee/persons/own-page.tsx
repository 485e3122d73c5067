import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { OwnAnswer } from '@/sync/committee';
import { canSignInByPasskey } from '@/sync/committee-persons';
import { Badge, Banner, Button, Card, List, ListRow, PageHeader, Spinner, Stack, useToast } from '@/ui';
import type { Client } from '../calls';
import { useDesk, useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { useLoad } from '../use-load';
import { PasskeySheet } from './passkey-sheet';
import { PasswordSheet } from './password-sheet';
import { useTask } from './use-task';

const askOwn = (client: Client): Promise<OwnAnswer> => client.own();

interface PartProps {
  readonly own: OwnAnswer;
  readonly onEnd: (work: (client: Client) => Promise<void>, done: string) => void;
}

function Passkeys({ own, onEnd, onAdd, first }: PartProps & { onAdd: () => void; first: boolean }) {
  const t = useT('persons');
  return (
    <Card title={t('passkeys.title')}>
      <p>{t(canSignInByPasskey() ? 'passkeys.text' : 'passkeys.none')}</p>
      {own.passkeys.length > 0 && (
        <List>
          {own.passkeys.map(({ id, name, createdAt, usedAt }) => (
            <ListRow
              key={id}
              title={name}
              subtitle={usedAt ? t('passkeys.used', { at: formatMoment(usedAt) }) : t('passkeys.made', { at: formatMoment(createdAt) })}
              actions={<Button aria-label={t('passkeys.endOf', { name })} onClick={() => onEnd((client) => client.endPasskey(id), t('passkeys.ended'))}>{t('passkeys.end')}</Button>}
            />
          ))}
        </List>
      )}
      {canSignInByPasskey() && <div><Button size="large" variant={first ? 'primary' : 'secondary'} icon="key" aria-haspopup="dialog" onClick={onAdd}>{t('passkeys.add')}</Button></div>}
    </Card>
  );
}

function Sessions({ own, onEnd }: PartProps) {
  const t = useT('persons');
  return (
    <Card title={t('sessions.title')}>
      <List>
        {own.sessions.map((session) => (
          <ListRow
            key={session.id}
            title={session.device || t('sessions.unknown')}
            subtitle={t('sessions.since', { at: formatMoment(session.signedInAt), seen: formatMoment(session.seenAt) })}
            trailing={session.own ? <Badge tone="ok">{t('sessions.own')}</Badge> : undefined}
            actions={session.own ? undefined : <Button aria-label={t('sessions.endOf', { device: session.device || t('sessions.unknown') })} onClick={() => onEnd((client) => client.endSession(session.id), t('sessions.ended'))}>{t('sessions.end')}</Button>}
          />
        ))}
      </List>
      {own.sessions.length > 1 && <div><Button onClick={() => onEnd((client) => client.endSession(null), t('sessions.ended'))}>{t('sessions.endOthers')}</Button></div>}
    </Card>
  );
}

/** `/cap-uy/toi`: how the person comes in, and where they are in. Who was just invited chooses a credential here before all else. */
export function OwnPage() {
  const t = useT('persons');
  const toast = useToast();
  const { who, onChanged, onLost } = useDesk();
  const { value, failed, reload } = useLoad('own', 'own', askOwn);
  const task = useTask();
  const [adding, setAdding] = useState<'passkey' | 'password' | null>(null);
  useHeadingFocus(true);
  const newcomer = who?.person.state === 'invited';
  const back = newcomer ? {} : { back: { label: t('committee:toOverview'), href: '/cap-uy' } };
  const title = <PageHeader title={newcomer ? t('own.first') : (who?.person.name ?? t('own.title'))} subtitle={newcomer ? t('own.firstLead') : who ? t('own.lead', { office: who.person.office, login: who.person.login }) : ''} {...back} />;
  if (!value) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{t('committee:loading')}</Spinner>}</>;
  const onEnd: PartProps['onEnd'] = (work, done) =>
    void task.run(work).then((answer) => {
      if (!answer.ok) return answer.reason === 'unauthorized' && onLost();
      toast({ text: done });
      return reload();
    });
  const added = (): void => {
    setAdding(null);
    toast({ text: t('own.added') });
    onChanged();
    reload();
  };
  const demo = who?.person.state === 'demo';
  const first = value.passkeys.length === 0 && !value.password;
  return (
    <>
      {title}
      <Stack gap={5} className="cm-parts">
        {demo && <Banner title={t('own.demo')}><p>{t('own.demoText')}</p></Banner>}
        {task.failed && <Failure title={t('own.failed')} reason={task.failed} />}
        <Passkeys own={value} onEnd={onEnd} onAdd={() => setAdding('passkey')} first={first} />
        <Card title={t('password')}>
          <p>{t(value.password ? 'own.hasPassword' : 'own.noPassword')}</p>
          {value.password && <p>{t('own.recovery', { count: value.recovery })}</p>}
          <div><Button size="large" variant={first && !canSignInByPasskey() ? 'primary' : 'secondary'} icon="lock" aria-haspopup="dialog" onClick={() => setAdding('password')}>{t(value.password ? 'own.changePassword' : 'own.setPassword')}</Button></div>
        </Card>
        <Sessions own={value} onEnd={onEnd} />
      </Stack>
      {adding === 'passkey' && <PasskeySheet onDone={added} onClose={() => setAdding(null)} />}
      {adding === 'password' && <PasswordSheet onDone={added} onClose={() => setAdding(null)} />}
    </>
  );
}
