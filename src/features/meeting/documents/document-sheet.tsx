import { useMemo, useState, type ComponentType } from 'react';
import type { DocumentKind, KindInput } from '@/documents';
import { useT } from '@/i18n';
import { Button, Field, Sheet, Stack, TextInput } from '@/ui';
import { BallotChoice, CountingChoice, ExtractChoice, firstChoice, type ChoiceProps } from './choices';
import { FileButtons } from './file-buttons';
import { useNextNumber } from './next-number';
import type { Kinds } from './use-input';

const CHOICES: Partial<Record<DocumentKind, ComponentType<ChoiceProps>>> = { extract: ExtractChoice, ballot: BallotChoice, counting: CountingChoice };
/** Documents with a number, and their type in the rules of layout with its code. */
const NUMBERED: Partial<Record<DocumentKind, readonly [string, string]>> = { notice: ['announcement', 'TB'], thematicPlan: ['plan', 'KH'], resolution: ['resolution', 'NQ'], conclusion: ['conclusion', 'KL'] };

/** One document: what it is, what it needs to be told, and its files. */
export function DocumentSheet({ kind, input, kinds, onClose }: { kind: DocumentKind; input: KindInput; kinds: Kinds; onClose: () => void }) {
  const t = useT('documents');
  const [choice, setChoice] = useState(() => firstChoice(input));
  const [number, setNumber] = useState('');
  const Choice = CHOICES[kind];
  const numbered = NUMBERED[kind];
  const next = useNextNumber(numbered?.[0] ?? '', numbered?.[1] ?? '', input.meeting.date, input.meeting.id);
  const given = /^\d{1,4}$/.test(number.trim()) ? Number(number) : undefined;
  const form = useMemo(() => {
    if (kind === 'extract' && choice.sections?.length === 0) return null;
    return kinds.makeForm(kind, given === undefined ? input : { ...input, number: given }, choice);
  }, [kind, kinds, input, choice, given]);
  return (
    <Sheet open title={t(`kind.${kind}`)} closeLabel={t('common:close')} onClose={onClose}>
      <Stack gap={5}>
        <p>{t(`about.${kind}`)}</p>
        {Choice && <Choice input={input} kinds={kinds} choice={choice} onChoice={setChoice} />}
        {numbered && (
          <Field label={t('number.label')} hint={t('number.hint')} error={number.trim() !== '' && given === undefined ? t('number.wrong') : undefined}>
            <TextInput value={number} onValue={setNumber} inputMode="numeric" maxLength={4} autoComplete="off" />
          </Field>
        )}
        {numbered && next && number === '' && <Button icon="plus" onClick={() => setNumber(String(Number.parseInt(next, 10)))}>{t('number.next', { number: next })}</Button>}
        <FileButtons form={form} kind={kind} meeting={input.meeting} own={{ cell: input.cell, roster: input.meeting.roster }} missing={form ? undefined : t(kind === 'extract' ? 'extract.none' : 'nothing')} />
      </Stack>
    </Sheet>
  );
}
