import { useState } from 'react';
import { probationEnd, readCell, type CalendarDate, type Json, type LifeEvent, type LifePart, type LifeStep } from '@/domain';
import { useT } from '@/i18n';
import { useFields } from '@/storage';
import { Button, Field, TextArea, TextInput } from '@/ui';
import { TypedDate } from '../date-field';
import type { LifeWrite } from './use-life-write';

interface StepFormProps {
  life: LifeEvent;
  step: LifeStep;
  today: CalendarDate;
  from: CalendarDate | null;
  /** The last step written may be taken back; one before it holds the others up. */
  removable: boolean;
  put: LifeWrite;
  onDone: () => void;
}

type Values = Record<LifePart | 'on', string | null>;

const OUT = ['transferOut', 'removal', 'expulsion', 'leaving', 'death'];

/** What follows for the register from a step, in words; empty where nothing does. */
function effectOf({ kind }: LifeEvent, { writes, id }: LifeStep): string {
  if (!writes) return '';
  if (id === 'end') return kind === 'temporaryIn' ? 'effect.home' : 'effect.back';
  return OUT.includes(kind) ? 'effect.out' : `effect.${kind}`;
}

/** What is known beforehand: today, the committee above, the days that were asked for, the end of probation. */
function startOf(life: LifeEvent, step: LifeStep, today: CalendarDate, superior: string, from: CalendarDate | null): Values {
  const own = life.steps[step.id];
  if (own.on) return { ...own };
  const { request } = life.steps;
  return {
    on: step.id === 'start' ? (request.from ?? today) : today,
    number: own.number,
    by: own.by || (step.id === 'letter' ? '' : superior),
    from: own.from ?? (life.kind === 'official' && from ? probationEnd(from) : null),
    until: own.until ?? (step.id === 'start' ? request.until : null),
    note: own.note,
  };
}

/** One step: its day and what belongs to it, written with what follows for the register. */
export function StepForm(props: StepFormProps) {
  const t = useT('life');
  const cell = useFields('cell:cell');
  return cell ? <Form {...props} superior={readCell(cell).superior} /> : t('common:loading');
}

function Form({ life, step, today, from, removable, put, onDone, superior }: StepFormProps & { superior: string }) {
  const t = useT('life');
  const [values, setValues] = useState(() => startOf(life, step, today, superior, from));
  const [asked, setAsked] = useState(false);
  const set = (part: LifePart | 'on') => (value: string | null): void => setValues((old) => ({ ...old, [part]: value }));
  const missing = (part: LifePart | 'on'): boolean => (part === 'on' || step.required.includes(part)) && !values[part];
  const effect = effectOf(life, step);
  const patch = (empty: boolean): Record<string, Json> =>
    Object.fromEntries((['on', ...step.parts] as const).map((part) => [`${step.id}/${part}`, empty ? null : (values[part]?.trim() || null)]));
  const save = (): void => {
    setAsked(true);
    if ((['on', ...step.parts] as const).some(missing)) return;
    onDone();
    void put(patch(false));
  };
  const clear = (): void => {
    onDone();
    void put(patch(true), t('cleared'));
  };
  const hasPart = (part: LifePart): boolean => step.parts.includes(part);
  return (
    <>
      {effect && <p>{t(effect)}</p>}
      <TypedDate label={t(`day.${step.id}`)} value={values.on} onDate={set('on')} missing={asked && missing('on') ? t('dayMissing') : undefined} />
      {hasPart('number') && (
        <Field label={t('part.number')}>
          <TextInput autoComplete="off" maxLength={60} value={values.number ?? ''} onValue={set('number')} />
        </Field>
      )}
      {hasPart('by') && (
        <Field label={t(`part.by.${step.id}`)}>
          <TextInput autoComplete="off" maxLength={200} value={values.by ?? ''} onValue={set('by')} />
        </Field>
      )}
      {hasPart('from') && <TypedDate label={t(`part.from.${step.id}`)} value={values.from} onDate={set('from')} missing={asked && missing('from') ? t('partMissing') : undefined} />}
      {hasPart('until') &&
        (step.required.includes('until') ? (
          <TypedDate label={t('part.until')} value={values.until} onDate={set('until')} missing={asked && missing('until') ? t('partMissing') : undefined} />
        ) : (
          <TypedDate label={t('part.until')} hint={t('part.untilOpen')} value={values.until} onDate={set('until')} />
        ))}
      {hasPart('note') && (
        <Field label={t('part.note')}>
          <TextArea rows={2} maxLength={500} value={values.note ?? ''} onValue={set('note')} />
        </Field>
      )}
      <Button variant="primary" size="large" icon="check" block onClick={save}>{t('save')}</Button>
      {removable && life.steps[step.id].on && <Button variant="quiet" icon="undo" onClick={clear}>{t('clear')}</Button>}
    </>
  );
}
