import { useState } from 'react';
import { MEETING_KINDS, WORDED, wordingField, type MeetingKind, type Procedure, type Step } from '@/domain';
import { useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { Badge, Field, Grid, List, ListRow, Section, Select, Stack } from '@/ui';
import { profiles, type Texts } from './said';
import { StepSheet } from './step-sheet';

interface StepsProps {
  readonly profile: string;
  readonly published: Texts;
  readonly waiting: Texts;
  readonly textOf: (field: string) => string;
  readonly onText: (field: string, text: string) => void;
}

function Mark({ fields, waiting, published }: { fields: readonly string[]; waiting: Texts; published: Texts }) {
  const t = useT('guidance');
  if (fields.some((field) => field in waiting)) return <Badge tone="warn" icon="edit">{t('mark.waiting')}</Badge>;
  if (fields.some((field) => field in published)) return <Badge tone="ok" icon="check">{t('mark.published')}</Badge>;
  return <Badge>{t('mark.own')}</Badge>;
}

/** The steps of a procedure, each with how its wording stands; a step opens its parts. */
export function Steps({ profile: first, published, waiting, textOf, onText }: StepsProps) {
  const t = useT('guidance');
  const kinds = useT('committee');
  const [profile, setProfile] = useState(first);
  const [kind, setKind] = useState<MeetingKind>('regular');
  const [open, setOpen] = useState<{ procedure: Procedure; step: Step } | null>(null);
  const procedure = procedureFor(kind, profile);
  return (
    <Stack gap={4}>
      <Grid column="large" gap={4}>
        <Field label={t('wording.profile')}>
          <Select value={profile} onValue={setProfile}>{profiles().map(({ id, basis }) => <option key={id} value={id}>{basis}</option>)}</Select>
        </Field>
        <Field label={t('wording.kind')}>
          <Select value={kind} onValue={(value) => setKind(value as MeetingKind)}>{MEETING_KINDS.map((one) => <option key={one} value={one}>{kinds(`kind.${one}`)}</option>)}</Select>
        </Field>
      </Grid>
      {procedure?.phases.map((phase) => (
        <Section key={phase.id} level={3} title={phase.label}>
          <List boxed>
            {phase.steps.map((step) => (
              <ListRow
                key={step.id}
                title={textOf(wordingField(procedure.id, step.id, 'label')).trim() || step.label}
                onClick={() => setOpen({ procedure, step })}
                trailing={<Mark fields={WORDED.map((part) => wordingField(procedure.id, step.id, part))} waiting={waiting} published={published} />}
              />
            ))}
          </List>
        </Section>
      ))}
      {open && <StepSheet {...open} textOf={textOf} onText={onText} onClose={() => setOpen(null)} />}
    </Stack>
  );
}
