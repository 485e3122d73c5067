import { useState } from 'react';
import type { CalendarDate, Duty, Json } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Button, Field, IconButton, List, ListRow, Section, TextArea, useToast } from '@/ui';
import { TypedDate } from '../date-field';

/** When a member reported on their duties in a meeting, and what they said. */
export function DutyReports({ duty, today, put }: { duty: Duty; today: CalendarDate; put: (values: Record<string, Json>) => Promise<boolean> }) {
  const t = useT('duties');
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const [on, setOn] = useState<CalendarDate | null>(today);
  const [text, setText] = useState('');
  const add = (): void => {
    if (!on || text.trim() === '') return;
    const before = duty.reports.find((report) => report.on === on)?.text;
    // Twice on a day is one report: the second is added to the first.
    void put({ [`report/${on}`]: [before, text.trim()].filter(Boolean).join('\n') });
    setAdding(false);
    setText('');
  };
  const remove = (day: CalendarDate, was: string): void => {
    void put({ [`report/${day}`]: null });
    toast({ text: t('report.removed'), action: { label: t('undo'), run: () => void put({ [`report/${day}`]: was }) } });
  };
  return (
    <Section title={t('report.title')} level={3}>
      {duty.reports.length > 0 && (
        <List boxed aria-label={t('report.title')}>
          {duty.reports.map((report) => (
            <ListRow
              key={report.on}
              title={report.text}
              subtitle={formatDate(report.on)}
              actions={<IconButton icon="trash" label={t('report.remove', { date: formatDate(report.on) })} onClick={() => remove(report.on, report.text)} />}
            />
          ))}
        </List>
      )}
      {adding ? (
        <>
          <TypedDate label={t('report.on')} value={on} onDate={setOn} latest={today} />
          <Field label={t('report.text')}>
            <TextArea rows={2} maxLength={2000} value={text} onValue={setText} />
          </Field>
          <Button icon="check" block disabled={!on || text.trim() === ''} onClick={add}>{t('report.save')}</Button>
        </>
      ) : (
        <Button icon="plus" onClick={() => setAdding(true)}>{t('report.add')}</Button>
      )}
    </Section>
  );
}
