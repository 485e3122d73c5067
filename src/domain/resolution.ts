import { addDays, type CalendarDate } from './dates';
import type { Meeting, Vote } from './meeting';
import type { Paper, PaperKind } from './paper';
import { isCellMeeting, sameRow } from './procedure';
import type { Task } from './task';
import { outcomeOf } from './votes';

/** Documents that are resolutions (nghị quyết), each of which is reviewed: of the year's direction, of a theme, other. */
export const RESOLUTION_KINDS = ['directionResolution', 'thematicResolution', 'otherResolution'] as const satisfies readonly PaperKind[];
/** One of {@link RESOLUTION_KINDS}. */
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];
/** Whether a document of the register is a resolution. */
export const isResolution = (paper: Paper): boolean => (RESOLUTION_KINDS as readonly string[]).includes(paper.kind);

/** A review of a resolution that a meeting takes up: interim (sơ kết) or final (tổng kết). */
export interface ReviewAt {
  readonly paper: Paper;
  readonly what: 'review' | 'summary';
  /** The day it is due. */
  readonly on: CalendarDate;
  /** Held at this meeting. */
  readonly held: boolean;
}

/** How far ahead of its day a review is put before a meeting, days: until the next month's meeting. */
const AHEAD = 30;

/**
 * [PAPER-4] Reviews that a meeting of the cell takes up when it looks back: those that fall due within a month of it or are overdue and were
 * not held, and those held at this very meeting. Only resolutions in the register that name a day have one; chi ủy and cấp ủy review nothing
 * in the cell's place. Soonest first. Source: S00 II.1.3 [V] (sơ kết, tổng kết); the month ahead is a decision.
 */
export function reviewsAt(papers: readonly Paper[], meeting: Pick<Meeting, 'id' | 'kind' | 'date'>): ReviewAt[] {
  if (!isCellMeeting(meeting.kind)) return [];
  const last = addDays(meeting.date, AHEAD);
  return papers
    .filter((paper) => isResolution(paper) && (paper.issuedOn === null || paper.issuedOn <= meeting.date))
    .flatMap((paper): ReviewAt[] => [
      ...(paper.reviewOn ? [{ paper, what: 'review' as const, on: paper.reviewOn, held: paper.reviewedOn !== null && paper.reviewedIn === meeting.id }] : []),
      ...(paper.summaryOn ? [{ paper, what: 'summary' as const, on: paper.summaryOn, held: paper.summarisedOn !== null && paper.summarisedIn === meeting.id }] : []),
    ])
    .filter(({ paper, what, on, held }) => held || (on <= last && (what === 'review' ? paper.reviewedOn : paper.summarisedOn) === null))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** [PAPER-5] Resolutions that a meeting passed: each becomes a document of the register under the vote's own id, so that it is entered once, on whichever phone. */
export const resolutionsPassed = (meeting: Pick<Meeting, 'kind' | 'votes'>): readonly Vote[] =>
  isCellMeeting(meeting.kind) ? meeting.votes.filter((vote) => vote.decision === 'resolution' && outcomeOf(vote).kind === 'passed') : [];

/** The name of a resolution as the register keeps it, from the question that was voted on: without "thông qua", without the full stop. */
export function resolutionTitle(question: string): string {
  const bare = question.normalize('NFC').trim().replace(/^(?:biểu quyết\s+)?thông qua\s+(?:toàn văn\s+|dự thảo\s+)*/iu, '').replace(/[.;,\s]+$/u, '');
  return bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1);
}

/** How far the tasks of a resolution have got. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** 0 to 100, rounded down to whole percent; null without tasks. */
  readonly percent: number | null;
}

/** [TASK-4] The share of a resolution's tasks that are done; dropped ones are no longer asked for. */
export function paperProgress(tasks: readonly Pick<Task, 'paperId' | 'state'>[], paperId: string): Progress {
  const own = tasks.filter((task) => task.paperId === paperId && task.state !== 'dropped');
  const done = own.filter(({ state }) => state === 'done').length;
  return { done, all: own.length, percent: own.length === 0 ? null : Math.floor((done / own.length) * 100) };
}

/** A held meeting as the directory lists it. */
export interface HeldLine {
  readonly id: string;
  readonly kind: string;
  readonly date: CalendarDate;
  readonly state: string;
}

/**
 * [TASK-3] Through how many meetings (kỳ) an open task has been carried: those of the same row as the one that gave it (the cell's regular
 * ones where it was given outside of a meeting, or in one that has no row), held after it. A task that is done or dropped is carried no more.
 */
export function carriedThrough(task: Task, givenOn: CalendarDate, directory: readonly HeldLine[]): number {
  if (task.state !== 'open') return 0;
  const given = directory.find(({ id }) => id === task.meetingId);
  const row = given && !isOnce(given.kind) ? given.kind : 'regular';
  const from = given?.date ?? givenOn;
  return directory.filter(({ id, kind, date, state }) => (state === 'ended' || state === 'closed') && id !== task.meetingId && sameRow(kind, row) && date > from).length;
}

/** Meetings that no other of their kind looks back from. */
const isOnce = (kind: string): boolean => kind === 'thematic' || kind === 'extraordinary';
