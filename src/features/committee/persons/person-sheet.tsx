import { useState } from 'react';
import { useRecordT, useT } from '@/i18n';
import type { InvitationAnswer, PersonsAnswer, PersonView } from '@/sync/committee';
import { Button, ConfirmDialog, Sheet, Stack, useToast } from '@/ui';
import { useDesk } from '../desk';
import { Failure } from '../failure';
import { chosenOf, GrantFields, grantsOf, useUsual, type Chosen } from './grants';
import { Invitation } from './invitation';
import { isNamed, NameFields, type Named } from './name-fields';
import { useTask } from './use-task';

interface PersonSheetProps {
  /** Null for somebody new. */
  readonly person: PersonView | null;
  readonly cells: PersonsAnswer['cells'];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

type Asking = 'again' | 'end' | 'sessions';

/** A person: who they are, what they may do, a link to come in by, the end. */
export function PersonSheet({ person, cells, onChanged, onClose }: PersonSheetProps) {
  const t = useT('persons');
  const record = useRecordT('persons');
  const usual = useUsual();
  const toast = useToast();
  const { onLost } = useDesk();
  const { busy, failed, run, clear } = useTask();
  const [named, setNamed] = useState<Named>(() => (person ? { name: person.name, login: person.login, office: person.office } : { name: '', login: '', office: record('offices.organisation') }));
  const [chosen, setChosen] = useState<Chosen>(() => (person ? chosenOf(person.grants) : { over: 'whole', cells: [], may: usual(named.office) }));
  const [tried, setTried] = useState(false);
  const [invitation, setInvitation] = useState<InvitationAnswer | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const rename = (next: Named): void => {
    clear();
    // What the office usually does, as long as nobody has chosen otherwise.
    if (!person && next.office !== named.office && [...chosen.may].join() === [...usual(named.office)].join()) setChosen({ ...chosen, may: usual(next.office) });
    setNamed(next);
  };
  const gone = (text: string): void => {
    toast({ text });
    onChanged();
    onClose();
  };
  const send = async (): Promise<void> => {
    setTried(true);
    if (!isNamed(named)) return;
    const grants = grantsOf(chosen);
    if (person) {
      const answer = await run((client) => client.changePerson(person.id, { name: named.name, office: named.office, grants }));
      if (answer.ok) gone(t('person.saved'));
      else if (answer.reason === 'unauthorized') onLost();
      return;
    }
    const answer = await run((client) => client.invite({ ...named, grants }));
    if (answer.ok) {
      setInvitation(answer.value);
      onChanged();
    }
  };
  const act = async (): Promise<void> => {
    if (!person || !asking) return;
    const what = asking;
    // The question closes first: a confirmation may have to be asked for above it.
    setAsking(null);
    if (what === 'again') {
      const answer = await run((client) => client.inviteAgain(person.id));
      if (answer.ok) {
        setInvitation(answer.value);
        onChanged();
      }
    } else if ((await run((client) => (what === 'end' ? client.endPerson(person.id) : client.endSessionsOf(person.id)))).ok) gone(t(`person.${what}Done`));
  };
  return (
    <>
      <Sheet
        open
        title={t(invitation ? 'invitation.title' : person ? 'person.title' : 'person.new')}
        closeLabel={t('common:close')}
        dismissible={false}
        onClose={onClose}
        footer={invitation ? <Button size="large" variant="primary" onClick={onClose}>{t('common:done')}</Button> : <Button size="large" variant="primary" icon="check" busy={busy} onClick={() => void send()}>{t(person ? 'person.save' : 'person.invite')}</Button>}
      >
        {invitation ? (
          <Invitation name={named.name} invitation={invitation} />
        ) : (
          <Stack gap={5}>
            {failed && failed !== 'loginTaken' && <Failure title={t('person.failed')} reason={failed} />}
            <NameFields named={named} onNamed={rename} tried={tried} taken={failed === 'loginTaken'} fixed={person !== null} />
            <GrantFields chosen={chosen} onChosen={setChosen} cells={cells} />
            {person && (
              <div className="ui-row">
                {!person.self && <Button icon="qr" onClick={() => setAsking('again')}>{t('person.again')}</Button>}
                {person.sessions > 0 && !person.self && <Button icon="lock" onClick={() => setAsking('sessions')}>{t('person.sessions')}</Button>}
                {!person.self && <Button variant="danger" icon="close" onClick={() => setAsking('end')}>{t('person.end')}</Button>}
              </div>
            )}
          </Stack>
        )}
      </Sheet>
      <ConfirmDialog open={asking !== null} danger={asking !== 'again'} title={t(`person.${asking ?? 'end'}Ask`, { name: named.name })} confirmLabel={t(`person.${asking ?? 'end'}`)} cancelLabel={t('common:cancel')} onConfirm={() => void act()} onCancel={() => setAsking(null)}>
        <p>{t(`person.${asking ?? 'end'}Text`)}</p>
      </ConfirmDialog>
    </>
  );
}
