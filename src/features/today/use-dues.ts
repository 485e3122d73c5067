import { useEffect, useMemo, useState } from 'react';
import { addDays, appraisalId, appraisalsDue, dateInVietnam, dayOfYear, dutyDues, isReviewed, lifeDues, mindsNextPlan, monthOf, paperDues, paperTargets, planDues, plannedOn, planState, planWanted, profileOn, quarterOf, readAppraisal, readCell, readDuty, readMeeting, readMember, readPaper, readReport, readTask, readYearPlan, recordKey, reportDues, reviewYear, withPreparation, yearOf, type CalendarDate, type Fields, type PaperKind } from '@/domain';
import { loadNamespaces } from '@/i18n';
import { findProcedure, procedureFor } from '@/packs';
import { BOOK_NAMES, readSetting, useBook, useCollection, useFields, type DirectoryEntry } from '@/storage';
import { useAlarms } from '@/storage/alarms';
import { useGuidedCell } from '@/storage/guided';
import { useLives } from '@/storage/lives';
import { useSyncStatus } from '@/sync';
import { dueItems, isHeld, lastClosed, upcoming, type Due, type DueInput, type Terms } from './due';

/** What is due, worked out of the book; `ready` once all that has to be read has been. */
export function useDues(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate): { dues: Due[]; ready: boolean } {
  const { meetingDay } = readCell(cell);
  const next = useFields(`meeting:${upcoming(directory, today)?.id ?? 'none'}`);
  const closed = useFields(`meeting:${lastClosed(directory)?.id ?? 'none'}`);
  const tasks = useCollection('task');
  const people = usePeople(today);
  const reviews = useCollection('review');
  const submissions = useCollection('submission');
  const sync = useSyncStatus();
  const persisted = usePersisted();
  const lastBackup = useLastBackup();
  const guided = useGuidedCell() ?? cell;
  const params = procedureFor('regular', profileOn(guided, today))?.params;
  const plan = usePlan(directory, cell, today, params?.documentsLeadDays.value ?? 1);
  const terms = useTerms(directory, guided, today);
  const dues = dueItems({
    today,
    directory,
    meetingDay,
    ...plan,
    terms,
    documentsSent: next && Boolean(next['prep/documentsSentOn']),
    posted: closed && Boolean(closed['post/postedOn']),
    tasks: tasks?.map(({ id, fields }) => readTask(id, fields)),
    appraisals: useAppraisalsDue(directory, today),
    papers: usePapers(directory, cell, today),
    reports: useReportsDue(directory, guided, today, params?.publishWithinDays.value ?? null),
    alarms: new Set(useAlarms(today)?.map(({ memberId }) => memberId)).size,
    ...people,
    reviews: reviews?.filter(({ fields }) => fields['done'] !== true).length ?? 0,
    refused: submissions?.filter(({ fields }) => fields['refused'] && !fields['receipt']).length ?? 0,
    toSend: sync.phase === 'none' ? 0 : sync.toSend,
    signedOut: sync.phase === 'signedOut',
    persisted,
    lastBackup,
  });
  return { dues, ready: Boolean(next && closed && tasks && reviews && submissions) };
}

/** Whose yearly review still waits for the cell's vote [APR-9]; nobody before all is read, nor for a year of which the book knows no meeting. */
function useAppraisalsDue(directory: readonly DirectoryEntry[], today: CalendarDate): number {
  const members = useCollection('member');
  const records = useCollection('appraisal');
  const year = reviewYear(today);
  const isKnown = directory.some(({ date }) => yearOf(date) === year);
  return useMemo(() => {
    if (!members || !records || !isKnown) return 0;
    const reviews = new Map(records.map(({ id, fields }) => [id, readAppraisal(id, fields)]));
    const people = members.map(({ id, fields }) => readMember(id, fields)).filter((member) => member.name !== '' && isReviewed(member, dayOfYear(year, today)));
    return appraisalsDue(people.map((member) => ({ member, appraisal: reviews.get(appraisalId(year, member.id)) ?? null })), today);
  }, [members, records, isKnown, year, today]);
}

/** The terms of the meetings that papers are due of, each by the procedure that it was begun with, or else by the one it would begin with; empty until they have been read. */
function useTerms(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate): ReadonlyMap<string, Terms> {
  const book = useBook();
  const ids = [upcoming(directory, today), lastClosed(directory), ...directory.filter(({ state }) => state === 'ended')].flatMap((entry) => entry?.id ?? []);
  const wanted = [...new Set(ids)].join(' ');
  const [terms, setTerms] = useState<ReadonlyMap<string, Terms>>(new Map());
  useEffect(() => {
    let live = true;
    const read = async (id: string): Promise<[string, Terms][]> => {
      const { procedure, kind, date } = readMeeting(id, await book.read(recordKey('meeting', id)));
      const params = (findProcedure(procedure.id, procedure.version) ?? procedureFor(kind, profileOn(cell, date)))?.params;
      return params ? [[id, { leadDays: params.documentsLeadDays.value, publishDays: params.publishWithinDays.value }]] : [];
    };
    Promise.all((wanted === '' ? [] : wanted.split(' ')).map(read)).then((all) => live && setTerms(new Map(all.flat())), () => undefined);
    return () => {
      live = false;
    };
  }, [book, cell, wanted]);
  return terms;
}

/** How far ahead reviews of documents, and their end, are named, days. */
const PAPERS_AHEAD = 30;
/** What is missing of these is made anew each year. */
const PROGRAMMES: readonly PaperKind[] = ['yearProgramme', 'inspectionProgramme', 'directionResolution'];

/** [DUE-8] Reviews of documents that are due, documents that run out, and, once the cell has met this year, its programmes that are not in the register. */
function usePapers(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate): DueInput['papers'] {
  const records = useCollection('paper');
  const hasMet = directory.some((entry) => isHeld(entry) && yearOf(entry.date) === yearOf(today));
  const termStart = typeof cell['termStart'] === 'string' && cell['termStart'] !== '' ? cell['termStart'] : null;
  return useMemo(() => {
    if (!records) return undefined;
    const papers = records.flatMap(({ id, fields }) => readPaper(id, fields) ?? []);
    const dues = paperDues(papers, today, addDays(today, PAPERS_AHEAD));
    const missing = hasMet ? paperTargets(papers, today, termStart).filter(({ kind, need, have }) => PROGRAMMES.includes(kind) && have < need) : [];
    return { count: dues.length + missing.length, late: dues.some(({ on }) => on < today) };
  }, [records, hasMet, termStart, today]);
}

/** Reports to be reminded of [REP-8]; none before they have been read, and before their words have come. */
function useReportsDue(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate, publishDays: number | null): DueInput['reports'] {
  const records = useCollection('report');
  const dues = useMemo(() => records && reportDues(cell, records.flatMap(({ id, fields }) => readReport(id, fields) ?? []), directory, publishDays, today), [records, cell, directory, publishDays, today]);
  const [worded, setWorded] = useState(false);
  const any = dues !== undefined && dues.length > 0;
  useEffect(() => {
    if (any) void loadNamespaces(['report']).then(() => setWorded(true), () => undefined);
  }, [any]);
  return worded ? dues : undefined;
}

/** The thematic meeting under preparation: what it notes of its theme goes before the plan's reminders. */
const themeOfQuarter = (directory: readonly DirectoryEntry[], today: CalendarDate): DirectoryEntry | undefined =>
  directory.find(({ kind, state, date }) => state === 'planned' && (kind === 'thematic' || kind === 'combined') && yearOf(date) === yearOf(today) && quarterOf(date) === quarterOf(today));

/** What the year plan says of the day; its words are fetched where there is one. Nothing of it is shown before. */
function usePlan(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate, leadDays: number): Pick<DueInput, 'planned' | 'plan' | 'nextPlan'> {
  const year = yearOf(today);
  const fields = useFields(`plan:${year}`);
  const next = useFields(`plan:${year + 1}`);
  const theme = useFields(`meeting:${themeOfQuarter(directory, today)?.id ?? 'none'}`);
  const plan = fields ? readYearPlan(String(year), fields) : null;
  const following = next ? readYearPlan(String(year + 1), next) : null;
  const minded = [...(plan ? [plan] : []), ...(following && mindsNextPlan(today) ? [following] : [])];
  const isThere = minded.length > 0;
  const [worded, setWorded] = useState(false);
  useEffect(() => {
    if (isThere) void loadNamespaces(['plan']).then(() => setWorded(true), () => undefined);
  }, [isThere]);
  const none = { planned: null, plan: [], nextPlan: null };
  if (!fields || !next || !theme) return none;
  const nextPlan = planWanted(today, [...(plan ? [year] : []), ...(following ? [year + 1] : [])], directory.some(isHeld));
  if (!isThere || !worded) return { ...none, nextPlan };
  const known = themeOfQuarter(directory, today);
  const meetings = directory.map((entry) => (entry === known ? withPreparation(entry, theme) : entry));
  const rules = { leadDays, hasCommittee: readCell(cell).hasCommittee };
  return {
    planned: plan && plannedOn(plan, monthOf(today)),
    plan: planDues(minded.map((one) => planState(one, meetings, today, rules)), today),
    nextPlan,
  };
}

/** What of the members' lives and duties is due; nothing of either until all of it has been read. */
function usePeople(today: CalendarDate): Pick<DueInput, 'lives' | 'duties'> {
  const records = useCollection('member');
  const lives = useLives();
  const duties = useCollection('duty');
  return useMemo(() => {
    if (!records || !lives || !duties) return {};
    const members = records.map(({ id, fields }) => readMember(id, fields)).filter(({ name }) => name !== '');
    return { lives: lifeDues(members, lives, today), duties: dutyDues(members, duties.flatMap(({ fields }) => readDuty(fields) ?? []), today) };
  }, [records, lives, duties, today]);
}

/** Whether the browser has promised to keep the data; null where it cannot be asked. */
function usePersisted(): boolean | null {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => undefined);
  }, []);
  return persisted;
}

/** The day of the last backup, null for never; undefined while it is being read, and for the try-out, where nothing is real. */
function useLastBackup(): CalendarDate | null | undefined {
  const book = useBook();
  const [day, setDay] = useState<CalendarDate | null>();
  useEffect(() => {
    if (book.db.name === BOOK_NAMES.real) void readSetting<string>(book, 'lastBackupAt').then((at) => setDay(at ? dateInVietnam(at) : null), () => undefined);
  }, [book]);
  return day;
}
