import { useT } from '@/i18n';
import { Field, PasscodeInput, TextInput } from '@/ui';

/** Password and second factor, as they are typed. */
export interface Typed {
  readonly password: string;
  readonly code: string;
}
export const NOTHING_TYPED: Typed = { password: '', code: '' };
export const isTyped = ({ password, code }: Typed): boolean => password !== '' && code.trim() !== '';

/** The fields of a password and of the six digits from the person's telephone. */
export function PasswordFields({ typed, onTyped }: { typed: Typed; onTyped: (typed: Typed) => void }) {
  const t = useT('persons');
  return (
    <>
      <Field label={t('password')}>
        <PasscodeInput showLabel={t('show')} hideLabel={t('hide')} value={typed.password} onValue={(password) => onTyped({ ...typed, password })} />
      </Field>
      <Field label={t('code')} hint={t('codeHint')}>
        <TextInput inputMode="text" autoComplete="one-time-code" autoCapitalize="characters" value={typed.code} onValue={(code) => onTyped({ ...typed, code })} style={{ maxInlineSize: '14rem' }} />
      </Field>
    </>
  );
}
