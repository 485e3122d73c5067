import { documentRulesOn, numberProblems, proposedNumber, typeOfPaper, type NumberProblem, type Paper, type RecordKey } from '@/domain';
import { useT, type Translate } from '@/i18n';
import { allDocumentRules } from '@/packs/documents';
import { useDraft, useWrite } from '@/storage';
import { Banner, Button, Field, Row, Select, TextInput } from '@/ui';
import type { NumberedIn } from './paper-sheet';

/** The type of a document and its number: the next one is offered, and what does not fit is said [DTYPE-7] [DTYPE-8]. Nothing is forbidden. */
export function NumberFields({ record, paper, papers, today, term }: { record: RecordKey; paper: Paper } & NumberedIn) {
  const t = useT('papers');
  const write = useWrite();
  const number = useDraft(record, 'number');
  const rules = documentRulesOn(allDocumentRules, paper.issuedOn ?? today);
  const shown = { ...paper, number: number.value };
  const type = typeOfPaper(shown, allDocumentRules, today);
  const proposed = proposedNumber(shown, papers, allDocumentRules, today, term);
  const problems = numberProblems(shown, papers, allDocumentRules, today, term);
  return (
    <>
      <Field label={t('number.type')} hint={rules && rules.status !== 'officialChecked' ? t('number.rule', { basis: rules.basis }) : undefined}>
        <Select value={type?.id ?? ''} onValue={(docType) => void write([{ key: record, field: 'docType', value: docType || null }])}>
          <option value="">{t('number.none')}</option>
          {rules?.types.map(({ id, label, cellMayIssue }) => <option key={id} value={id}>{cellMayIssue ? label : t('number.notByCell', { label })}</option>)}
        </Select>
      </Field>
      <Field label={t('field.number')} hint={t('field.numberHint')}>
        <TextInput maxLength={60} autoComplete="off" value={number.value} onValue={number.set} onBlur={() => void number.flush()} />
      </Field>
      {proposed && number.value.trim() === '' && <Row><Button icon="plus" onClick={() => number.set(proposed)}>{t('number.propose', { number: proposed })}</Button></Row>}
      {problems.map((problem) => <Banner key={problem.kind} tone="warn">{problemWords(problem, t)}</Banner>)}
    </>
  );
}

function problemWords(problem: NumberProblem, t: Translate): string {
  switch (problem.kind) {
    case 'twice':
      return t('number.twice', { title: problem.other.title || t('untitled') });
    case 'code':
      return t('number.code', { written: problem.written, label: problem.type.label, code: problem.type.code });
    case 'notByCell':
      return t('number.forbidden', { basis: problem.rules.basis, label: problem.type.label.toLocaleLowerCase('vi') });
  }
}
