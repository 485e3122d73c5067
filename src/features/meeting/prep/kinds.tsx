import { THEME_GROUPS, type MemberId } from '@/domain';
import { useT } from '@/i18n';
import { Field, Select, Stack } from '@/ui';
import { DateField, DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { PersonField } from '../person-picker';

/** Why an extraordinary meeting is held. */
export function ReasonBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  return <DraftField recordKey={ctx.key} field="reason" label={t('kinds.reason')} hint={t('kinds.reasonHint')} />;
}

/** What a thematic meeting is about, and who presents. */
export function ThemeBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  const { theme } = ctx.meeting;
  return (
    <Stack>
      <DraftField recordKey={ctx.key} field="theme" label={t('kinds.theme')} hint={t('kinds.themeHint')} />
      <Field label={t('kinds.group')}>
        <Select value={theme.group ?? ''} onValue={(value) => void ctx.set({ themeGroup: value || null })}>
          <option value="">{t('kinds.noGroup')}</option>
          {THEME_GROUPS.map((group) => <option key={group} value={group}>{t(`kinds.groups.${group}`)}</option>)}
        </Select>
      </Field>
      <PersonField
        label={t('kinds.presenter')}
        people={ctx.roster}
        value={theme.presenterId}
        nameOf={ctx.nameOf}
        suggestions={[]}
        onPick={(id: MemberId | null) => void ctx.set({ presenterId: id })}
        clearable
      />
    </Stack>
  );
}

/** When chi ủy agreed to the draft. */
export function DraftApprovedBlock({ ctx }: BlockProps) {
  const t = useT('meeting');
  return <DateField quick label={t('prep.draftApprovedOn')} value={ctx.meeting.prep.draftApprovedOn} onValue={(date) => void ctx.set({ 'prep/draftApprovedOn': date })} />;
}
