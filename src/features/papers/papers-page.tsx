import { useMemo, useState } from 'react';
import { addDays, dateInVietnam, numberProblems, PAPER_KINDS, paperDues, paperProgress, paperTargets, readPaper, readTask, recordKey, termOf, usualType, type CalendarDate, type Paper, type PaperKind, type RecordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { allDocumentRules } from '@/packs/documents';
import { newId, useCollection, useFields, useWrite } from '@/storage';
import { Badge, Button, DateInput, EmptyState, Field, Icon, List, ListRow, PageHeader, Section, Spinner, Stack } from '@/ui';
import { PaperSheet } from './paper-sheet';

/** How far ahead reviews are named, days. */
const AHEAD = 30;

/** The document that an address asks for (`?mo=`): by its id, which names nobody. */
function asked(): RecordKey | null {
  const [, id] = /^\?mo=([a-z0-9-]{1,64})$/.exec(location.search) ?? [];
  return id ? recordKey('paper', id) : null;
}

/** The register of the cell's documents: what the programme asks for, what is due, and everything by kind. */
export function PapersPage() {
  const t = useT('papers');
  const records = useCollection('paper');
  const cell = useFields('cell:cell');
  const write = useWrite();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const [shown, setShown] = useState<RecordKey | null>(asked);
  const papers = useMemo(() => records?.flatMap(({ id, fields }) => readPaper(id, fields) ?? []), [records]);
  const header = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />;
  if (!papers || !cell) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  const termStart = typeof cell['termStart'] === 'string' && cell['termStart'] !== '' ? cell['termStart'] : null;
  const add = (kind: PaperKind): void => {
    const key = recordKey('paper', newId());
    void write(Object.entries({ kind, issuedOn: today, docType: usualType(kind) }).map(([field, value]) => ({ key, field, value })));
    setShown(key);
  };
  const term = termOf(cell, today);
  const open = (paper: Paper): void => setShown(recordKey('paper', paper.id));
  return (
    <>
      {header}
      <Stack gap={5}>
        <Targets papers={papers} today={today} termStart={termStart} onAdd={add} />
        <Field label={t('termStart')} hint={t('termHint')}>
          <DateInput value={termStart ?? ''} onValue={(value) => void write([{ key: 'cell:cell', field: 'termStart', value: value || null }])} />
        </Field>
        <Dues papers={papers} today={today} onOpen={open} />
        <Register papers={papers} today={today} term={term} onOpen={open} />
        <Button icon="plus" size="large" block onClick={() => add('otherResolution')}>{t('add')}</Button>
      </Stack>
      <PaperSheet shown={shown && records?.some(({ key }) => key === shown) ? shown : null} papers={papers} today={today} term={term} onClose={() => setShown(null)} />
    </>
  );
}

function Targets({ papers, today, termStart, onAdd }: { papers: readonly Paper[]; today: CalendarDate; termStart: CalendarDate | null; onAdd: (kind: PaperKind) => void }) {
  const t = useT('papers');
  return (
    <Section title={t('targets', { year: today.slice(0, 4) })}>
      <p className="ui-muted">{t('targetsFrom')}</p>
      <List boxed>
        {paperTargets(papers, today, termStart).map(({ kind, need, have }) => (
          <ListRow
            key={kind}
            leading={<Icon name={have >= need ? 'check' : 'warning'} />}
            title={t(`kind.${kind}`)}
            subtitle={need > 1 ? t('haveOf', { have, need }) : t(have > 0 ? 'have' : 'lack')}
            actions={have >= need ? undefined : <Button aria-label={t('writeDownOf', { kind: t(`kind.${kind}`) })} onClick={() => onAdd(kind)}>{t('writeDown')}</Button>}
          />
        ))}
      </List>
    </Section>
  );
}

function Dues({ papers, today, onOpen }: { papers: readonly Paper[]; today: CalendarDate; onOpen: (paper: Paper) => void }) {
  const t = useT('papers');
  const dues = paperDues(papers, today, addDays(today, AHEAD));
  if (dues.length === 0) return null;
  return (
    <Section title={t('due.title')}>
      <List boxed>
        {dues.map(({ paper, what, on }) => (
          <ListRow
            key={`${what}.${paper.id}`}
            onClick={() => onOpen(paper)}
            title={paper.title || t(`kind.${paper.kind}`)}
            subtitle={t(`due.${what}`, { date: formatDate(on) })}
            trailing={on < today ? <Badge tone="danger">{t('due.late')}</Badge> : undefined}
          />
        ))}
      </List>
    </Section>
  );
}

function Register({ papers, today, term, onOpen }: { papers: readonly Paper[]; today: CalendarDate; term: CalendarDate; onOpen: (paper: Paper) => void }) {
  const t = useT('papers');
  const records = useCollection('task');
  const tasks = useMemo(() => records?.map(({ id, fields }) => readTask(id, fields)) ?? [], [records]);
  const progressWords = (paper: Paper): string => {
    const { done, all } = paperProgress(tasks, paper.id);
    return all === 0 ? '' : t('life.share', { done, all });
  };
  if (papers.length === 0) return <EmptyState icon="document" title={t('empty')}>{t('emptyText')}</EmptyState>;
  return PAPER_KINDS.map((kind) => {
    const own = papers.filter((paper) => paper.kind === kind).sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1));
    if (own.length === 0) return null;
    return (
      <Section key={kind} title={t(`kind.${kind}`)}>
        <List boxed>
          {own.map((paper) => (
            <ListRow
              key={paper.id}
              onClick={() => onOpen(paper)}
              title={paper.title || t('untitled')}
              trailing={numberProblems(paper, papers, allDocumentRules, today, term).length > 0 ? <Badge tone="warn">{t('number.look')}</Badge> : undefined}
              subtitle={[paper.number, paper.issuedOn ? formatDate(paper.issuedOn) : t('undated'), progressWords(paper)].filter((part) => part !== '').join(' · ')}
            />
          ))}
        </List>
      </Section>
    );
  });
}
