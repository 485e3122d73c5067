import { PERIOD_KINDS, reportTerms, termField, type Fields, type PeriodKind } from '@/domain';
import { useT, type Translate } from '@/i18n';
import { useWrite } from '@/storage';
import { Button, Field, Select, Sheet, Stack } from '@/ui';

/** Days before (negative) and after the end of a time that can be chosen. */
const CHOICES = [-15, -10, -7, -5, -3, 0, 2, 3, 5, 7, 10, 15, 20, 30];

const words = (t: Translate, days: number): string => (days === 0 ? t('terms.end') : t(days < 0 ? 'terms.before' : 'terms.after', { count: Math.abs(days) }));

/** Until when the committee above wants each kind of report: no public text says, so the cell sets it [REP-7]. */
export function TermsSheet({ cell, publishDays, open, onClose }: { cell: Fields; publishDays: number | null; open: boolean; onClose: () => void }) {
  const t = useT('report');
  const write = useWrite();
  const terms = reportTerms(cell);
  const set = (kind: PeriodKind, value: string): void => void write([{ key: 'cell:cell', field: termField(kind), value: value === '' ? null : Number(value) }]);
  return (
    <Sheet open={open} title={t('terms.title')} closeLabel={t('common:close')} onClose={onClose} footer={<Button variant="primary" size="large" block onClick={onClose}>{t('common:done')}</Button>}>
      <Stack>
        <p>{t('terms.lead')}</p>
        {PERIOD_KINDS.map((kind) => {
          const now = terms[kind];
          const choices = now === null || CHOICES.includes(now) ? CHOICES : [...CHOICES, now].sort((a, b) => a - b);
          return (
            <Field key={kind} label={t(`terms.kind.${kind}`)} hint={kind === 'month' ? t(publishDays === null ? 'terms.monthFree' : 'terms.month', { count: publishDays ?? 0 }) : undefined}>
              <Select value={now ?? ''} onValue={(value) => set(kind, value)}>
                <option value="">{t('terms.none')}</option>
                {choices.map((days) => <option key={days} value={days}>{words(t, days)}</option>)}
              </Select>
            </Field>
          );
        })}
      </Stack>
    </Sheet>
  );
}
