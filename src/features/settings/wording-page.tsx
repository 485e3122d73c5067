import { useMemo, useState } from 'react';
import { applyWording, dateInVietnam, MEETING_KINDS, profileOn, readDirectives, stepsOf, withPublished, WORDED, wordingField, WORDING_KEY, type MeetingKind, type Procedure, type Step } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { useCollection, useDraft, useWrite } from '@/storage';
import { useGuidedCell, useWording } from '@/storage/guided';
import { Badge, Button, Checkbox, Field, List, ListRow, PageHeader, Section, Select, Sheet, Spinner, Stack, TextArea, TextInput } from '@/ui';

/** The official wording of the guidance, step by step, as the cell enters it: laid over the pack's in every meeting of this book. */
export function WordingPage(_props: object) {
  const t = useT('rules');
  const cell = useGuidedCell();
  const wording = useWording();
  const directives = useCollection('directive');
  const published = useMemo(() => withPublished({}, readDirectives(directives ?? [])), [directives]);
  const [kind, setKind] = useState<MeetingKind>('regular');
  const [open, setOpen] = useState<string | null>(null);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const pack = cell && procedureFor(kind, profileOn(cell, today));
  if (!cell || !wording) return <Spinner>{t('common:loading')}</Spinner>;
  const shown = pack && applyWording(pack, wording);
  // What stands beneath the cell's own words: the committee's where it has sent any, else the pack's.
  const step = pack && stepsOf(applyWording(pack, published)).find(({ id }) => id === open);
  return (
    <Stack>
      <PageHeader title={t('wording.title')} back={{ label: t('wording.back'), href: '/cai-dat' }} />
      <p>{t('wording.lead', { basis: pack?.basis ?? '' })}</p>
      <Field label={t('wording.kind')}>
        <Select value={kind} onValue={(value) => setKind(value as MeetingKind)}>
          {MEETING_KINDS.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
        </Select>
      </Field>
      {shown?.phases.map((phase) => (
        <Section key={phase.id} title={phase.label}>
          <List boxed>
            {phase.steps.map(({ id, label, compared }) => (
              <ListRow key={id} title={label} onClick={() => setOpen(id)} trailing={<Badge tone={compared ? 'ok' : 'neutral'} icon={compared ? 'check' : undefined}>{t(compared ? 'wording.compared' : 'wording.notCompared')}</Badge>} />
            ))}
          </List>
        </Section>
      ))}
      {pack && step && <StepWording key={step.id} pack={pack} step={step} compared={shown && stepsOf(shown).find(({ id }) => id === step.id)?.compared} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

function StepWording({ pack, step, compared, onClose }: { pack: Procedure; step: Step; compared: Step['compared']; onClose: () => void }) {
  const t = useT('rules');
  const write = useWrite();
  const [by, setBy] = useState(compared?.by ?? '');
  // Shown at once; on the disk a moment later.
  const [checked, setChecked] = useState(compared !== undefined);
  const mark = (next: boolean): void => {
    setChecked(next);
    const value = next ? { by: by.trim(), on: dateInVietnam(new Date().toISOString()) } : null;
    void write([{ key: WORDING_KEY, field: wordingField(pack.id, step.id, 'checked'), value }]);
  };
  return (
    <Sheet open title={step.label} closeLabel={t('common:close')} onClose={onClose} wide footer={<Button size="large" variant="primary" onClick={onClose}>{t('common:done')}</Button>}>
      <Stack>
        {WORDED.filter((part) => part !== 'say' || step.say !== undefined).map((part) => (
          <Part key={part} field={wordingField(pack.id, step.id, part)} label={t(`wording.${part}`)} original={step[part] ?? ''} />
        ))}
        <Field label={t('wording.by')}>
          <TextInput autoComplete="off" value={by} disabled={checked} onValue={setBy} />
        </Field>
        <Checkbox checked={checked} disabled={by.trim() === ''} onValue={mark} hint={compared ? t('wording.on', { date: formatDate(compared.on) }) : t('wording.markHint')}>
          {t('wording.mark')}
        </Checkbox>
      </Stack>
    </Sheet>
  );
}

function Part({ field, label, original }: { field: string; label: string; original: string }) {
  const draft = useDraft(WORDING_KEY, field);
  return (
    <Field label={label} hint={original}>
      <TextArea rows={2} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
    </Field>
  );
}
