import { useMemo, useState } from 'react';
import { compareNames, matchesText, type MemberId, type Position } from '@/domain';
import { useT } from '@/i18n';
import { Button, Chip, Field, List, ListRow, Row, Sheet, Stack, TextInput } from '@/ui';

/** Who can be picked: a roster's line, a member, or just an id and a name. */
export interface Person {
  readonly id: MemberId;
  readonly name: string;
  readonly position?: Position;
}

export interface PersonListProps {
  /** What the list is for; read out with it. */
  label: string;
  people: readonly Person[];
  /** One tap picks. */
  onPick: (id: MemberId) => void;
  value?: MemberId | null | undefined;
}

/** Everyone by given name, with a search that needs no tone marks. Enter takes the only one left. */
export function PersonList({ label, people, onPick, value }: PersonListProps) {
  const t = useT('meeting');
  const [query, setQuery] = useState('');
  const sorted = useMemo(() => [...people].sort((a, b) => compareNames(a.name, b.name)), [people]);
  const shown = query.trim() === '' ? sorted : sorted.filter((person) => matchesText(person.name, query));
  return (
    <Stack gap={2}>
      <Field label={t('person.search')} hideLabel>
        <TextInput
          type="search"
          placeholder={t('person.search')}
          autoComplete="off"
          value={query}
          onValue={setQuery}
          onKeyDown={(event) => {
            const only = shown.length === 1 ? shown[0] : undefined;
            if (event.key === 'Enter' && only) onPick(only.id);
          }}
        />
      </Field>
      <List aria-label={label}>
        {shown.map((person) => (
          <ListRow
            key={person.id}
            title={person.name}
            subtitle={person.position && person.position !== 'none' ? t(`position.${person.position}`) : undefined}
            pressed={value === undefined ? undefined : person.id === value}
            onClick={() => onPick(person.id)}
          />
        ))}
      </List>
      {shown.length === 0 && <p role="status">{t(people.length === 0 ? 'person.empty' : 'person.notFound')}</p>}
    </Stack>
  );
}

export interface PersonFieldProps {
  label: string;
  people: readonly Person[];
  value: MemberId | null;
  onPick: (id: MemberId | null) => void;
  /** Likely ones, as chips: one tap. At most four are shown. */
  suggestions?: readonly (MemberId | null | undefined)[] | undefined;
  /** Name of someone who is in `people` no longer. */
  nameOf?: ((id: string) => string) | undefined;
  /** Offers to take the name out again. */
  clearable?: boolean | undefined;
}

/** One person: likely ones as chips, all others in a sheet. */
export function PersonField({ label, people, value, onPick, suggestions = [], nameOf, clearable }: PersonFieldProps) {
  const t = useT('meeting');
  const [open, setOpen] = useState(false);
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const likely = [...new Set(suggestions)].filter((id): id is MemberId => !!id && byId.has(id)).slice(0, 4);
  const name = value && (byId.get(value)?.name || nameOf?.(value) || t('person.unknown'));
  return (
    <Stack gap={1} role="group" aria-label={label}>
      <span className="ui-strong">{label}</span>
      <Row>
        {name && !likely.includes(value) && (
          <Chip pressed onClick={() => setOpen(true)}>
            {name}
          </Chip>
        )}
        {likely.map((id) => (
          <Chip key={id} pressed={id === value} onClick={() => onPick(id)}>
            {byId.get(id)?.name}
          </Chip>
        ))}
        <Button variant={value || likely.length > 0 ? 'quiet' : 'secondary'} icon="person" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t(value || likely.length > 0 ? 'person.another' : 'person.pick')}
        </Button>
        {clearable && value && (
          <Button variant="quiet" onClick={() => onPick(null)}>
            {t('person.clear')}
          </Button>
        )}
      </Row>
      <Sheet open={open} title={label} closeLabel={t('common:close')} onClose={() => setOpen(false)}>
        <PersonList
          label={label}
          people={people}
          value={value}
          onPick={(id) => {
            setOpen(false);
            onPick(id);
          }}
        />
      </Sheet>
    </Stack>
  );
}
