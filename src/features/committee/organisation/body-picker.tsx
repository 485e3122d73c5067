import { useState } from 'react';
import { matchesText, type BodyTree, type Placed } from '@/domain';
import { useT } from '@/i18n';
import { Button, Field, List, ListRow, TextInput } from '@/ui';

const MOST = 8;

interface PickerProps {
  readonly label: string;
  readonly tree: BodyTree;
  readonly fits: (one: Placed) => boolean;
  readonly value: string | null;
  readonly onValue: (id: string | null) => void;
}

/** One body among many, found by a part of its name or its code. */
export function BodyPicker({ label, tree, fits, value, onValue }: PickerProps) {
  const t = useT('organisation');
  const [query, setQuery] = useState('');
  const chosen = value === null ? undefined : tree.placed.get(value);
  if (chosen) {
    return (
      <div className="ui-stack ui-gap-2">
        <p className="ui-strong">{label}</p>
        <List boxed><ListRow title={chosen.period.name} subtitle={`${t(`kind.${chosen.body.kind}`)} · ${chosen.body.code}`} actions={<Button onClick={() => onValue(null)}>{t('pick.other')}</Button>} /></List>
      </div>
    );
  }
  const all = [...tree.placed.values()].filter(fits);
  const found = all.filter(({ period, body }) => query.trim() === '' || matchesText(`${period.name} ${body.code}`, query));
  return (
    <div className="ui-stack ui-gap-2">
      <Field label={label} hint={t('pick.hint')}>
        <TextInput type="search" autoComplete="off" value={query} onValue={setQuery} />
      </Field>
      {found.length === 0 ? <p className="ui-muted">{t('pick.none')}</p> : (
        <List boxed>
          {found.slice(0, MOST).map(({ body, period }) => (
            <ListRow key={body.id} title={period.name} subtitle={`${t(`kind.${body.kind}`)} · ${body.code}`} onClick={() => onValue(body.id)} />
          ))}
        </List>
      )}
      {found.length > MOST && <p className="ui-caption">{t('pick.more', { count: found.length - MOST })}</p>}
    </div>
  );
}
