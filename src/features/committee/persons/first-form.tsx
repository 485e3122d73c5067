import { useState, type FormEvent } from 'react';
import { useRecordT, useT } from '@/i18n';
import type { MeAnswer } from '@/sync/committee';
import { Button, Card, PageHeader, Stack } from '@/ui';
import { Failure } from '../failure';
import { isNamed, NameFields, type Named } from './name-fields';
import { useTask } from './use-task';

/** [ACC-1] The committee's first administrator, by the link that the server printed. */
export function FirstForm({ token, onMe }: { token: string; onMe: (me: MeAnswer) => void }) {
  const t = useT('persons');
  const record = useRecordT('persons');
  const { busy, failed, run } = useTask(true);
  const [named, setNamed] = useState<Named>(() => ({ name: '', login: '', office: record('offices.office') }));
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isNamed(named)) void run((client) => client.becomeFirst({ token, ...named })).then((answer) => answer.ok && onMe(answer.value));
  };
  return (
    <Stack gap={4} className="cm-narrow cm-middle">
      <PageHeader title={t('first.title')} subtitle={t('first.lead')} />
      <Card>
        <form className="ui-stack ui-gap-4" onSubmit={send}>
          <NameFields named={named} onNamed={setNamed} tried={tried} taken={failed === 'loginTaken'} />
          {failed && failed !== 'loginTaken' && <Failure title={t('first.failed')} reason={failed} />}
          <Button block type="submit" size="large" variant="primary" icon="person-add" busy={busy}>{t('first.make')}</Button>
        </form>
      </Card>
      <p className="ui-caption">{t('first.next')}</p>
    </Stack>
  );
}
