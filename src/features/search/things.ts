import { findStep, givenOn, makeSearchable, readAttachment, readMeeting, readPaper, readReport, readTask, recordKey, type Fields, type Meeting, type SearchDoc, type Searchable, type SearchKind, type SearchText } from '@/domain';
import { formatDate, type Translate } from '@/i18n';
import { findProcedure } from '@/packs';

/** A record as the book gives it. */
interface Stored {
  readonly id: string;
  readonly fields: Fields;
}

/** What the search reads of the book, by kind; names of attached files are found with what they belong to. Notes of criticism are no kind of it: nothing of the notebook is found outside of it [NOTE-1]. */
export type Stores = Readonly<Record<SearchKind | 'file', readonly Stored[]>>;

/** What has been said and written at a meeting whose minutes are not closed; of what is restricted, and of criticism, nothing [SEARCH-4]. */
function unclosed(meeting: Meeting, t: Translate): SearchText[] {
  const procedure = findProcedure(meeting.procedure.id, meeting.procedure.version);
  const isOpen = (stepId: string): boolean => {
    const step = procedure && findStep(procedure, stepId)?.step;
    return step !== undefined && step.sensitivity !== 'restricted';
  };
  return [
    { label: t('in.agenda'), text: meeting.agenda },
    ...meeting.documents.map(({ number, title }) => ({ label: t('in.documents'), text: `${number} ${title}` })),
    ...meeting.contributions.filter(({ kind, stepId }) => kind !== 'criticism' && isOpen(stepId)).map(({ text, answer }) => ({ label: t('in.contributions'), text: `${text} ${answer}` })),
    ...Object.entries(meeting.steps).filter(([id]) => isOpen(id)).map(([, { note }]) => ({ label: t('in.notes'), text: note })),
    { label: t('in.conclusion'), text: meeting.conclusion },
  ];
}

/** A meeting: its closed minutes, which hold nothing restricted [MIN-2], or what has been written so far. */
function meetingDoc({ id, fields }: Stored, t: Translate): SearchDoc {
  const meeting = readMeeting(id, fields);
  const written = meeting.final ? meeting.final.sections.map(({ heading, text }) => ({ label: heading, text })) : unclosed(meeting, t);
  return {
    kind: 'meeting',
    id,
    date: meeting.date,
    title: t('meetingTitle', { kind: t(`meeting:kind.${meeting.kind}`), date: formatDate(meeting.date) }),
    texts: [
      { label: t('in.theme'), text: meeting.theme.title },
      { label: t('in.reason'), text: meeting.reason },
      ...written,
      ...meeting.corrections.map(({ text }) => ({ label: t('in.correction'), text })),
    ],
  };
}

/** A closed report, as it went up; one still being written says only what stands elsewhere in the book. */
function reportDoc({ id, fields }: Stored, t: Translate): SearchDoc[] {
  const report = readReport(id, fields);
  if (report?.state !== 'closed' || !report.final) return [];
  const { subject, date, number, reason, sections } = report.final;
  return [{
    kind: 'report',
    id,
    date,
    title: t(report.edition > 1 ? 'reportCorrected' : 'reportTitle', { subject, number: report.edition - 1 }),
    texts: [{ label: t('in.number'), text: number }, { label: t('in.correction'), text: reason }, ...sections.map(({ heading, text }) => ({ label: heading, text }))],
  }];
}

function taskDoc({ id, fields }: Stored, names: ReadonlyMap<string, string>, t: Translate): SearchDoc {
  const task = readTask(id, fields);
  return {
    kind: 'task',
    id,
    date: givenOn(task) || null,
    title: task.what,
    texts: [{ label: t('in.assignee'), text: names.get(task.assigneeId ?? '') ?? '' }, { label: t('in.result'), text: task.result }],
  };
}

function paperDoc({ id, fields }: Stored, t: Translate): SearchDoc[] {
  const paper = readPaper(id, fields);
  if (!paper) return [];
  const kind = t(`papers:kind.${paper.kind}`);
  return [{ kind: 'paper', id, date: paper.issuedOn, title: paper.title || kind, texts: [{ label: t('in.kind'), text: kind }, { label: t('in.number'), text: paper.number }, { label: t('in.notes'), text: paper.note }] }];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Minutes are long and seldom change: what was made ready once is kept for as long as the record is the same. */
const ready = new WeakMap<Fields, { readonly t: Translate; readonly files: string; readonly made: Searchable }>();

/** Adds the names of its attached files to a thing. */
type WithFiles = (doc: SearchDoc) => SearchDoc;

/** Names of attached files by the record that they belong to. */
function filesOf(stored: readonly Stored[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, fields } of stored) {
    const file = readAttachment(recordKey('file', id), fields);
    if (file) names.set(file.owner, [names.get(file.owner), file.name].filter(Boolean).join(', '));
  }
  return names;
}

function readyMeeting(record: Stored, files: string, withFiles: WithFiles, t: Translate): Searchable {
  const known = ready.get(record.fields);
  if (known?.t === t && known.files === files) return known.made;
  const made = makeSearchable(withFiles(meetingDoc(record, t)));
  ready.set(record.fields, { t, files, made });
  return made;
}

/** All that can be found in the book, ready to be searched. */
export function thingsOf(stores: Stores, t: Translate): Searchable[] {
  const names = new Map(stores.member.map(({ id, fields }) => [id, text(fields['name'])]));
  const files = filesOf(stores.file);
  const withFiles: WithFiles = (doc) => {
    const text = files.get(`${doc.kind}:${doc.id}`);
    return text === undefined ? doc : { ...doc, texts: [...doc.texts, { label: t('in.files'), text }] };
  };
  const docs: SearchDoc[] = [
    ...stores.report.flatMap((record) => reportDoc(record, t)),
    ...stores.task.filter(({ fields }) => text(fields['what']) !== '').map((record) => taskDoc(record, names, t)),
    ...stores.paper.flatMap((record) => paperDoc(record, t)),
    ...stores.member.map(({ id, fields }): SearchDoc => ({ kind: 'member', id, date: null, title: text(fields['name']), texts: [{ label: t('in.job'), text: text(fields['job']) }] })),
  ];
  return [...stores.meeting.map((record) => readyMeeting(record, files.get(recordKey('meeting', record.id)) ?? '', withFiles, t)), ...docs.map((doc) => makeSearchable(withFiles(doc)))];
}
