import { useState } from 'react';
import { matchesText } from '@/domain';
import { useRecordT, useT } from '@/i18n';
import { PERMISSIONS, type Grant, type Permission, type PersonsAnswer } from '@/sync/committee-persons';
import { Checkbox, Field, Segmented, Stack, TextInput } from '@/ui';
import { OFFICES } from './name-fields';

/** What a person may do, as it is chosen here: one grant. Those of several grants are kept as they are until they are changed. */
export interface Chosen {
  readonly over: 'whole' | 'cells';
  readonly cells: readonly string[];
  readonly may: readonly Permission[];
}

/** What an office usually does; the administrator may choose otherwise for each person. */
const USUAL: Record<(typeof OFFICES)[number], readonly Permission[]> = {
  office: ['view', 'direct', 'administer'],
  organisation: ['view', 'grade', 'direct'],
  inspection: ['view'],
  propaganda: ['view', 'direct'],
  mass: ['view'],
  cluster: ['view', 'grade'],
  standing: ['view', 'grade', 'direct'],
};

/** What an office usually does, by its written name; another office views. */
export function useUsual(): (office: string) => readonly Permission[] {
  const record = useRecordT('persons');
  return (office) => USUAL[OFFICES.find((one) => record(`offices.${one}`) === office) ?? 'inspection'];
}

export const chosenOf = (grants: readonly Grant[]): Chosen => {
  const may = PERMISSIONS.filter((permission) => grants.some((grant) => grant.may.includes(permission)));
  return grants.some(({ over }) => over === 'whole') ? { over: 'whole', cells: [], may } : { over: 'cells', cells: [...new Set(grants.flatMap((grant) => (grant.over === 'cells' ? grant.cells : [])))], may };
};
export const grantsOf = ({ over, cells, may }: Chosen): Grant[] =>
  may.length === 0 || (over === 'cells' && cells.length === 0) ? [] : [over === 'whole' ? { over, may: [...may] } : { over, cells: [...cells], may: [...may] }];

interface GrantFieldsProps {
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly cells: PersonsAnswer['cells'];
}

/** Which cells, and what may be done with them. */
export function GrantFields({ chosen, onChosen, cells }: GrantFieldsProps) {
  const t = useT('persons');
  const [query, setQuery] = useState('');
  const set = (change: Partial<Chosen>): void => onChosen({ ...chosen, ...change });
  const toggle = <T,>(list: readonly T[], one: T, on: boolean): T[] => (on ? [...list, one] : list.filter((other) => other !== one));
  const shown = cells.filter(({ id, name }) => chosen.cells.includes(id) || matchesText(name, query)).slice(0, 60);
  return (
    <Stack gap={4}>
      <fieldset className="ui-stack ui-gap-1">
        <legend className="ui-strong">{t('grants.may')}</legend>
        <div className="ui-rows ui-card ui-edged">
          {PERMISSIONS.map((permission) => (
            <Checkbox key={permission} checked={chosen.may.includes(permission)} hint={t(`grants.${permission}Hint`)} onValue={(on) => set({ may: toggle(chosen.may, permission, on) })}>{t(`grants.${permission}`)}</Checkbox>
          ))}
        </div>
      </fieldset>
      <Segmented label={t('grants.over')} value={chosen.over} onValue={(over) => set({ over })} options={[{ value: 'whole', label: t('grants.whole') }, { value: 'cells', label: t('grants.cells') }]} />
      {chosen.over === 'cells' && (
        <>
          <Field label={t('grants.search')}>
            <TextInput type="search" value={query} onValue={setQuery} />
          </Field>
          <div className="ui-rows ui-card ui-edged">
            {shown.map(({ id, name }) => <Checkbox key={id} checked={chosen.cells.includes(id)} onValue={(on) => set({ cells: toggle(chosen.cells, id, on) })}>{name}</Checkbox>)}
          </div>
          {shown.length < cells.length && <p className="ui-caption">{t('grants.more', { shown: shown.length, all: cells.length })}</p>}
        </>
      )}
    </Stack>
  );
}
