import { mayStandBeneath, BODY_KINDS, type BodyKind, type BodyStand } from '@/domain';
import { useT } from '@/i18n';
import { Field, Select, TextInput } from '@/ui';
import { TEXTS } from './differences';

/** The texts of a body as they are typed. */
export type Texts = Omit<BodyStand, 'superior'>;
/** Longest, in characters, as the server takes them. */
const MAX = { name: 200, cluster: 100, letterhead: 200, placeName: 100, term: 40 } as const;

export const NO_TEXTS: Texts = { name: '', cluster: '', letterhead: '', placeName: '', term: '' };

/** The texts of a body; hints say what stands where one is left empty. */
export function TextFields({ texts, onTexts }: { texts: Texts; onTexts: (texts: Texts) => void }) {
  const t = useT('organisation');
  return (
    <>
      {TEXTS.map((field) => (
        <Field key={field} label={t(`field.${field}`)} hint={field === 'name' ? undefined : t(`hint.${field}`)}>
          <TextInput value={texts[field]} maxLength={MAX[field]} autoComplete="off" onValue={(value) => onTexts({ ...texts, [field]: value })} />
        </Field>
      ))}
    </>
  );
}

/** Kind and code of a new body. */
export function NewFields({ superior, kind, code, onKind, onCode }: { superior: BodyKind; kind: BodyKind; code: string; onKind: (kind: BodyKind) => void; onCode: (code: string) => void }) {
  const t = useT('organisation');
  return (
    <>
      <Field label={t('field.kind')}>
        <Select value={kind} onValue={(value) => onKind(value as BodyKind)}>
          {BODY_KINDS.filter((one) => mayStandBeneath(one, superior)).map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
        </Select>
      </Field>
      <Field label={t('field.code')} hint={t('hint.code')}>
        <TextInput value={code} maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} onValue={onCode} />
      </Field>
    </>
  );
}
