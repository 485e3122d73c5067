import { documentRulesOn, isCellMeeting, issuedByCell, type DocumentRules, type Meeting } from '@/domain';
import type { PartyDocument } from '../form';
import { attendanceForm } from './attendance';
import { ballotForm, countingForm, secretVotes, type BallotAsked } from './ballot';
import { correctionForm } from './correction';
import { conclusionForm, resolutionForm } from './decision';
import { extractForm } from './extract';
import type { KindInput } from './input';
import { minutesForm } from './minutes';
import { invitationForm, noticeForm } from './notice';
import { programmeForm } from './programme';
import { scoreSheetForm } from './score-sheet';
import { thematicOutlineForm, thematicPlanForm } from './thematic';

export type { KindInput } from './input';
export { ballotForm, secretVotes, type BallotAsked } from './ballot';
export { minutesForm, type MinutesFormInput } from './minutes';
export { REVIEW_PAPERS, reviewPaper, type ReviewInput, type ReviewPaper } from './review';
export { yearPlanForm, type YearPlanInput } from './year-plan';

/** Kinds of document that a meeting's records can make, in the order in which an evening needs them. */
export const DOCUMENT_KINDS = [
  'notice', 'invitation', 'programme', 'thematicPlan', 'thematicOutline', 'attendance', 'ballot',
  'minutes', 'extract', 'resolution', 'conclusion', 'scoreSheet', 'counting', 'correction',
] as const;
/** One of {@link DOCUMENT_KINDS}. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What some kinds are told beside the records. */
export interface KindChoice {
  /** Of an extract: ids of the sections. */
  readonly sections?: readonly string[];
  /** Of a counting record. */
  readonly voteId?: string;
  readonly ballot?: BallotAsked;
}

/** The type of the document under the rules of layout, for kinds that are one. */
const TYPE: Partial<Record<DocumentKind, string>> = { notice: 'announcement', resolution: 'resolution', conclusion: 'conclusion', thematicPlan: 'plan' };

/**
 * [FORM-5] What can be made of a meeting now: what its kind has, what its records already hold, and of issued documents those that a cell may issue
 * under the rules of the day. Before QĐ 399 a cell issued no notice and no conclusion. Source: facts.md §3.3 [V2] S25, S21.
 */
export function documentsOf(meeting: Meeting, rules: readonly DocumentRules[], scored: boolean): DocumentKind[] {
  const now = documentRulesOn(rules, meeting.date);
  const issued = new Set((now ? issuedByCell(now) : []).map(({ id }) => id));
  const begun = meeting.startedAt !== null;
  const thematic = meeting.kind === 'thematic' || meeting.kind === 'combined';
  const has: Record<DocumentKind, boolean> = {
    notice: true,
    invitation: true,
    programme: true,
    thematicPlan: thematic,
    thematicOutline: thematic,
    attendance: true,
    ballot: meeting.state !== 'closed',
    minutes: begun,
    extract: begun,
    resolution: begun && isCellMeeting(meeting.kind),
    conclusion: begun && isCellMeeting(meeting.kind),
    scoreSheet: scored,
    counting: secretVotes({ meeting }).length > 0,
    correction: meeting.corrections.length > 0,
  };
  return meeting.state === 'cancelled' ? [] : DOCUMENT_KINDS.filter((kind) => has[kind] && (TYPE[kind] === undefined || issued.has(TYPE[kind] ?? '')));
}

/** Composes a document of a kind from the records; null where they have nothing for it. Pure: the same records, the same document. */
export function makeForm(kind: DocumentKind, input: KindInput, choice: KindChoice = {}): PartyDocument | null {
  switch (kind) {
    case 'minutes':
      return minutesForm(input);
    case 'extract':
      return extractForm(input, choice.sections ?? input.outward.sections.map(({ id }) => id));
    case 'attendance':
      return attendanceForm(input);
    case 'resolution':
      return resolutionForm(input);
    case 'conclusion':
      return conclusionForm(input);
    case 'notice':
      return noticeForm(input);
    case 'invitation':
      return invitationForm(input);
    case 'programme':
      return programmeForm(input);
    case 'thematicPlan':
      return thematicPlanForm(input);
    case 'thematicOutline':
      return thematicOutlineForm(input);
    case 'scoreSheet':
      return scoreSheetForm(input);
    case 'ballot':
      return ballotForm(input, choice.ballot ?? { question: '', style: 'vote', copies: 4 });
    case 'counting':
      return countingForm(input, choice.voteId ?? secretVotes(input)[0]?.id ?? '');
    default:
      return correctionForm(input);
  }
}
