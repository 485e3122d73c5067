import { useState } from 'react';
import { isDate, type CalendarDate } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { allFrames } from '@/packs';
import { Banner, Button, DateInput, Field, Grid, Select, Stack } from '@/ui';
import { profiles } from './said';

/** What is typed: `keep` leaves it as it is, an empty frame is the procedure's own. */
export interface ChoiceDraft {
  readonly profile: string;
  readonly frame: string;
  readonly from: string;
}
export const KEEP = 'keep';
export const saysNothing = ({ profile, frame }: ChoiceDraft): boolean => profile === KEEP && frame === KEEP;

/** The fields of a choice for all cells; what is wrong shows once it was tried. */
export function ChoiceForm({ draft, onDraft, onSend, busy }: { draft: ChoiceDraft; onDraft: (draft: ChoiceDraft) => void; onSend: () => void; busy: boolean }) {
  const t = useT('guidance');
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ChoiceDraft>): void => onDraft({ ...draft, ...change });
  const begins: CalendarDate | undefined = profiles().find(({ id }) => id === draft.profile)?.effectiveFrom;
  const send = (): void => {
    const whole = !saysNothing(draft) && isDate(draft.from);
    setTried(!whole);
    if (whole) onSend();
  };
  return (
    <Stack gap={4}>
      <Grid column="large" gap={4}>
        <Field label={t('profile')} error={tried && saysNothing(draft) ? t('problem.nothing') : undefined}>
          <Select value={draft.profile} onValue={(profile) => set({ profile })}>
            <option value={KEEP}>{t('keep')}</option>
            {profiles().map(({ id, basis }) => <option key={id} value={id}>{basis}</option>)}
          </Select>
        </Field>
        <Field label={t('frame')}>
          <Select value={draft.frame} onValue={(frame) => set({ frame })}>
            <option value={KEEP}>{t('keep')}</option>
            <option value="">{t('frameOfProcedure')}</option>
            {allFrames().map(({ id, title, basis }) => <option key={id} value={id}>{`${title}: ${basis}`}</option>)}
          </Select>
        </Field>
        <Field label={t('from')} error={tried && !isDate(draft.from) ? t('problem.from') : undefined}>
          <DateInput value={draft.from} onValue={(from) => set({ from })} />
        </Field>
      </Grid>
      {begins !== undefined && begins > draft.from && <Banner tone="warn"><p>{t('early', { date: formatDate(begins) })}</p></Banner>}
      <div>
        <Button variant="primary" size="large" icon="check" busy={busy} onClick={send}>{t('send')}</Button>
      </div>
    </Stack>
  );
}
