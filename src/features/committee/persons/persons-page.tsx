import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { PersonsAnswer, PersonView } from '@/sync/committee';
import { Badge, Button, Disclosure, List, ListRow, PageHeader, Spinner, Stack, type Tone } from '@/ui';
import type { Client } from '../calls';
import { useDesk, useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { useLoad } from '../use-load';
import { chosenOf } from './grants';
import { PersonSheet } from './person-sheet';

const askPersons = (client: Client): Promise<PersonsAnswer> => client.persons();
const TONE: Record<PersonView['state'], Tone> = { invited: 'warn', active: 'ok', demo: 'neutral', ended: 'neutral' };

function Row({ person, onOpen }: { person: PersonView; onOpen: () => void }) {
  const t = useT('persons');
  const { over, cells, may } = chosenOf(person.grants);
  const rights = may.length === 0 ? t('grants.nothing') : `${may.map((permission) => t(`grants.${permission}`)).join(', ')}: ${over === 'whole' ? t('grants.whole') : t('grants.count', { count: cells.length })}`;
  return (
    <ListRow
      title={<span className="ui-strong">{person.name}</span>}
      subtitle={<span className="ui-stack ui-gap-0"><span>{person.office} · <span translate="no">{person.login}</span></span><span>{rights}</span><span>{person.seenAt ? t('person.seen', { at: formatMoment(person.seenAt) }) : t('person.never')}</span></span>}
      trailing={<Badge tone={TONE[person.state]}>{t(`state.${person.state}`)}</Badge>}
      actions={person.state === 'ended' ? undefined : <Button aria-label={t('person.openOf', { name: person.name })} aria-haspopup="dialog" onClick={onOpen}>{t('person.open')}</Button>}
    />
  );
}

/** `/cap-uy/tai-khoan`: the committee's persons, for its administrators. */
export function PersonsPage() {
  const t = useT('persons');
  const { onChanged } = useDesk();
  const { value, failed, reload } = useLoad('persons', 'all', askPersons);
  const [open, setOpen] = useState<{ person: PersonView | null } | null>(null);
  useHeadingFocus(true);
  const title = <PageHeader title={t('persons.title')} subtitle={t('persons.lead')} back={{ label: t('committee:toOverview'), href: '/cap-uy' }} />;
  if (!value) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{t('committee:loading')}</Spinner>}</>;
  const rows = (list: readonly PersonView[]) => <List boxed>{list.map((person) => <Row key={person.id} person={person} onOpen={() => setOpen({ person })} />)}</List>;
  const ended = value.persons.filter(({ state }) => state === 'ended');
  return (
    <>
      {title}
      <Stack gap={5} className="cm-parts">
        {failed && <Failure reason={failed} onRetry={reload} />}
        {rows(value.persons.filter(({ state }) => state !== 'ended'))}
        <div className="ui-row">
          <Button size="large" variant="primary" icon="person-add" aria-haspopup="dialog" onClick={() => setOpen({ person: null })}>{t('persons.invite')}</Button>
          <Button size="large" icon="clock" href="/cap-uy/tai-khoan/nhat-ky">{t('acts.title')}</Button>
        </div>
        {ended.length > 0 && <Disclosure summary={t('persons.ended', { count: ended.length })}>{rows(ended)}</Disclosure>}
      </Stack>
      {open && (
        <PersonSheet
          person={open.person}
          cells={value.cells}
          onChanged={() => {
            reload();
            onChanged();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
