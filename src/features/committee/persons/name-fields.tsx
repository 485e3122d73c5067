import { foldText } from '@/domain';
import { useT, useRecordT } from '@/i18n';
import { Field, Select, TextInput } from '@/ui';

/** Offices of the committee, as the programme names them; another one is typed. */
export const OFFICES = ['office', 'organisation', 'inspection', 'propaganda', 'mass', 'cluster', 'standing'] as const;
const OTHER = 'other';

/** Who a person is, as typed. */
export interface Named {
  readonly name: string;
  readonly login: string;
  readonly office: string;
}
/** A login name in the making: what does not belong is left out. */
export const asLogin = (text: string): string =>
  foldText(text).replace(/ /g, '.').replace(/[^a-z0-9._-]/g, '').slice(0, 40);

interface NameFieldsProps {
  readonly named: Named;
  readonly onNamed: (named: Named) => void;
  /** Tried to send: what is missing shows. */
  readonly tried: boolean;
  readonly taken?: boolean;
  /** The login name is given once. */
  readonly fixed?: boolean;
}

export const isNamed = ({ name, login, office }: Named): boolean => name.trim() !== '' && /^[a-z0-9][a-z0-9._-]{1,39}$/.test(login) && office.trim() !== '';

/** Name, login name and office of a person. */
export function NameFields({ named, onNamed, tried, taken, fixed }: NameFieldsProps) {
  const t = useT('persons');
  const record = useRecordT('persons');
  const names = OFFICES.map((office) => record(`offices.${office}`));
  const chosen = names.includes(named.office) ? named.office : OTHER;
  const set = (change: Partial<Named>): void => onNamed({ ...named, ...change });
  return (
    <>
      <Field label={t('name')} error={tried && named.name.trim() === '' ? t('problem.name') : undefined}>
        <TextInput maxLength={80} value={named.name} onValue={(name) => set(!fixed && (named.login === '' || named.login === asLogin(named.name)) ? { name, login: asLogin(name) } : { name })} />
      </Field>
      {!fixed && (
        <Field label={t('login')} hint={t('loginHint')} error={taken ? t('problem.taken') : tried && !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(named.login) ? t('problem.login') : undefined}>
          <TextInput maxLength={40} autoCapitalize="none" autoCorrect="off" lang="en" value={named.login} onValue={(login) => set({ login: asLogin(login) })} />
        </Field>
      )}
      <Field label={t('office')}>
        <Select value={chosen} onValue={(office) => set({ office: office === OTHER ? '' : office })}>
          {names.map((name) => <option key={name} value={name}>{name}</option>)}
          <option value={OTHER}>{t('otherOffice')}</option>
        </Select>
      </Field>
      {chosen === OTHER && (
        <Field label={t('officeName')} hint={t('officeHint')} error={tried && named.office.trim() === '' ? t('problem.office') : undefined}>
          <TextInput maxLength={80} value={named.office} onValue={(office) => set({ office })} />
        </Field>
      )}
    </>
  );
}
