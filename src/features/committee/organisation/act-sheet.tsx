import { useMemo, useState } from 'react';
import { treeOn, type Placed } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Checkbox, DateInput, Field, Sheet, Stack, TextInput } from '@/ui';
import { actsOf, beginAct, fitsAct, missing, type ActDraft, type ActKind } from './act-draft';
import { NewFields, TextFields } from './body-form';
import { BodyPicker } from './body-picker';
import { previewOf } from './differences';
import { Preview } from './preview';
import type { Bodies } from './use-bodies';
import { useChange } from './use-change';
import { useRefusal } from './refusal';

interface ActSheetProps {
  readonly act: ActKind;
  readonly on: Placed;
  readonly bodies: Bodies;
  readonly newId: string;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Day and decision, which every change has. */
interface Basis {
  readonly from: string;
  readonly note: string;
}

/** The fields of {@link Basis}. */
function BasisFields({ basis, today, onBasis }: { basis: Basis; today: string; onBasis: (basis: Basis) => void }) {
  const t = useT('organisation');
  return (
    <>
      <Field label={t('basis.from')} hint={t('basis.fromHint')}>
        <DateInput value={basis.from} max={today} onValue={(from) => onBasis({ ...basis, from })} />
      </Field>
      <Field label={t('basis.note')} hint={t('basis.noteHint')}>
        <TextInput value={basis.note} maxLength={500} autoComplete="off" onValue={(note) => onBasis({ ...basis, note })} />
      </Field>
    </>
  );
}

function ActFields({ act, on, bodies, draft, onDraft }: Pick<ActSheetProps, 'act' | 'on' | 'bodies'> & { draft: ActDraft; onDraft: (draft: ActDraft) => void }) {
  const t = useT('organisation');
  const set = (over: Partial<ActDraft>): void => onDraft({ ...draft, ...over });
  return (
    <>
      <p>{t(`act.${act}Lead`, { name: on.period.name })}</p>
      {act === 'add' && <NewFields superior={on.body.kind} kind={draft.kind} code={draft.code} onKind={(kind) => set({ kind })} onCode={(code) => set({ code })} />}
      {act === 'split' && (
        <Field label={t('field.code')} hint={t('hint.code')}>
          <TextInput value={draft.code} maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} onValue={(code) => set({ code })} />
        </Field>
      )}
      {(act === 'add' || act === 'amend' || act === 'split') && <TextFields texts={draft.texts} onTexts={(texts) => set({ texts })} />}
      {act === 'split' && <Checkbox checked={draft.ends} onValue={(ends) => set({ ends })}>{t('act.splitEnds', { name: on.period.name })}</Checkbox>}
      {(act === 'move' || act === 'merge') && <BodyPicker label={t(`act.${act}To`)} tree={bodies.today} fits={fitsAct(act, on)} value={draft.target} onValue={(target) => set({ target })} />}
    </>
  );
}

/** Something that is done to a body from a day on: filled in, looked at, then made. */
export function ActSheet({ act, on, bodies, newId, onMade, onClose }: ActSheetProps) {
  const t = useT('organisation');
  const { today } = bodies.answer;
  const [draft, setDraft] = useState(() => beginAct(act, on, newId));
  const [basis, setBasis] = useState<Basis>({ from: today, note: '' });
  const { make, busy, refused } = useChange(onMade);
  const refusal = useRefusal();
  const acts = useMemo(() => actsOf(act, on, draft), [act, on, draft]);
  const day = basis.from === '' || basis.from > today || basis.from < '1900-01-02' ? null : basis.from;
  const preview = useMemo(() => (acts.length === 0 || day === null ? null : previewOf(bodies.history, day, acts)), [bodies, day, acts]);
  const lacks = missing(act, draft);
  const ready = preview?.ok === true;
  const head = treeOn(bodies.history, today).placed.has(on.body.id);
  return (
    <Sheet
      open
      wide
      dismissible={false}
      title={t(`act.${act}`)}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={<Button size="large" variant="primary" icon="check" busy={busy} disabled={!ready || !head} onClick={() => void make({ from: basis.from, note: basis.note.trim(), acts: [...acts] as never })}>{t(`act.${act}Do`)}</Button>}
    >
      <Stack gap={5}>
        <ActFields act={act} on={on} bodies={bodies} draft={draft} onDraft={setDraft} />
        <BasisFields basis={basis} today={today} onBasis={setBasis} />
        {lacks !== null ? <p className="ui-muted">{t(`lacks.${lacks}`)}</p> : day === null ? <p className="ui-muted">{t('lacks.from')}</p> : preview ? <Preview preview={preview} from={day} /> : <p className="ui-muted">{t('preview.nothing')}</p>}
        {refused && <Banner tone="danger" title={t('refused')}><p>{refusal(refused)}</p></Banner>}
      </Stack>
    </Sheet>
  );
}
