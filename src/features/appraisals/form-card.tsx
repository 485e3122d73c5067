import { useState } from 'react';
import type { YearEvidence } from '@/domain';
import { useT } from '@/i18n';
import { Button, Card, DateInput, Field, Icon, List, ListRow, Row, Select, Stack } from '@/ui';
import { SectionSheet } from './section-sheet';
import type { Review } from './use-review';

/** The self-review: its form, the day it was handed in, and its sections. */
export function FormCard({ review, evidence }: { review: Review; evidence: YearEvidence | undefined }) {
  const t = useT('appraisal');
  const { rules, form, appraisal, member, today, put } = review;
  const [shown, setShown] = useState<string | null>(null);
  const forms = rules.forms.filter(({ kind }) => (kind === 'collective') === (member === null));
  const open = (id: string): void => {
    if (!appraisal?.form) put({});
    setShown(id);
  };
  return (
    <Card title={t('form.title')}>
      {form.hint && <p className="ui-muted">{form.hint}</p>}
      {forms.length > 1 && (
        <Field label={t('form.which')} hint={t('form.whichHint')}>
          <Select value={form.id} onValue={(id) => put({ form: id, rules: rules.id })}>
            {forms.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
          </Select>
        </Field>
      )}
      <Field label={t('form.handedInOn')}>
        <DateInput value={appraisal?.handedInOn ?? ''} onValue={(day) => put({ handedInOn: day || null })} />
      </Field>
      {!appraisal?.handedInOn && <Row><Button icon="check" onClick={() => put({ handedInOn: today })}>{t('form.today')}</Button></Row>}
      <Stack gap={2}>
        <h3>{t('form.sections')}</h3>
        <p className="ui-muted">{t('form.sectionsText')}</p>
        <List>
          {form.sections.map(({ id, label, optional }) => {
            const text = (appraisal?.texts[id] ?? '').trim();
            return (
              <ListRow
                key={id}
                onClick={() => open(id)}
                leading={<Icon name={text ? 'check' : 'edit'} />}
                title={label}
                subtitle={text ? text.split('\n')[0]!.slice(0, 90) : t(optional ? 'form.ifAny' : 'form.none')}
              />
            );
          })}
        </List>
        <p className="ui-caption">{[t('source', { basis: rules.basis }), ...(rules.status === 'officialChecked' ? [] : [t('unchecked')])].join(' ')}</p>
      </Stack>
      <SectionSheet review={review} evidence={evidence} shown={shown} onShow={setShown} />
    </Card>
  );
}
