import type { Marks } from './attendance';
import type { CalendarDate, Instant } from './dates';
import type { MeetingId, MemberId } from './ids';
import type { RosterEntry } from './member';
import type { MeetingKind } from './procedure';
import type { Ballots, Decision, HandCount } from './votes';

/** Kinds of contribution: ý kiến, đề xuất, phê bình, chất vấn, kiến nghị lên trên. */
export const CONTRIBUTION_KINDS = ['opinion', 'proposal', 'criticism', 'question', 'petition'] as const;
/** One of {@link CONTRIBUTION_KINDS}. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** What the chair made of a proposal or petition: tiếp thu, bảo lưu, gửi lên cấp trên. */
export const OUTCOMES = ['accepted', 'reserved', 'up'] as const;
/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** A contribution (ý kiến phát biểu). Fields: `con/<id>` (who, kind, when, where), `con/<id>/text`, `con/<id>/outcome` and `con/<id>/answer`. */
export interface Contribution {
  readonly id: string;
  readonly memberId: MemberId;
  readonly kind: ContributionKind;
  readonly at: Instant;
  readonly stepId: string;
  readonly text: string;
  /** Of a proposal, petition or question, once the chair has answered; null before. */
  readonly outcome: Outcome | null;
  /** The chair's answer in words. */
  readonly answer: string;
}

/**
 * A vote. Fields: `vote/<id>` and `vote/<id>/question`. `inRoom` and `base` are those of the moment it was taken. By show of hands unless it has
 * `ballots`: then it was secret, `yes`, `no` and `other` are counted from valid ballots, and `vote/<id>/tellers` names who counted.
 */
export interface Vote extends HandCount {
  readonly id: string;
  readonly stepId: string;
  readonly decision: Decision;
  readonly question: string;
  readonly base: number;
  readonly inRoom: number;
  readonly at: Instant;
  /** Of a secret ballot. */
  readonly ballots?: Ballots;
  /** Tellers (tổ kiểm phiếu) of a secret ballot, as they are named. */
  readonly tellers?: string;
}

/** A vote being prepared at a step: counts typed so far. Fields: `voteDraft/<stepId>`, `voteDraft/<stepId>/question` and `voteDraft/<stepId>/tellers`. No vote until it is recorded. */
export interface VoteDraft extends HandCount {
  readonly decision: Decision | null;
  /** A secret ballot being counted. */
  readonly ballots?: Ballots;
}

/** A document that was made known (văn bản đã phổ biến). Fields: `doc/<id>`, `doc/<id>/number` and `doc/<id>/title`; one without either is not there yet. */
export interface DisseminatedDocument {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** A guest or superior attending. Fields: `guest/<id>`, `guest/<id>/name` and `guest/<id>/role`; one without either is not there yet. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** A resolution reviewed at the meeting (sơ kết, tổng kết). Fields: `paper/<what>.<paper>` (its name and number that day, percent done) and `paper/<what>.<paper>/result`. */
export interface PaperReview {
  readonly id: string;
  readonly what: 'review' | 'summary';
  readonly title: string;
  readonly number: string;
  /** How much of it is done, 0 to 100; null where nobody said. */
  readonly percent: number | null;
  readonly result: string;
}

/** A step's own record. Fields: `step/<id>/done`, `step/<id>/skipped`, `step/<id>/note`, `step/<id>/say`. */
export interface StepRecord {
  readonly doneAt: Instant | null;
  /** Why a required step was left out. */
  readonly skipped: string | null;
  readonly note: string;
  readonly say: string | null;
}

/** What the preparation noted. Fields: `prep/<name>`. */
export interface Preparation {
  readonly committeeMetOn: CalendarDate | null;
  /** When chi ủy agreed to the draft of a theme. */
  readonly draftApprovedOn: CalendarDate | null;
  readonly preparerId: MemberId | null;
  readonly noticeSentOn: CalendarDate | null;
  readonly documentsSentOn: CalendarDate | null;
  readonly scorerId: MemberId | null;
  readonly rosterCheckedOn: CalendarDate | null;
  /** Reasons for going on although a rule of the readiness list is not met, by rule id. Fields: `prep/override/<rule>`. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** A signature on the screen or on paper. Fields: `sign/chair`, `sign/clerk`. */
export interface Signature {
  readonly memberId: MemberId;
  readonly at: Instant;
  readonly how: 'screen' | 'paper';
  /** SVG path data in a 600 × 200 box, for `screen`. */
  readonly path?: string;
}

/** The secretary's points for one criterion. Fields: `score/<criterionId>` and `score/<criterionId>/reason`. */
export interface ScoreEntry {
  readonly points: number;
  /** Why it differs from what the records suggest. */
  readonly reason?: string;
}

/** A section of the minutes edited by hand. Fields: `minutes/<sectionId>` (basis) and `minutes/<sectionId>/text`. */
export interface EditedSection {
  readonly text: string;
  /** The text that the records gave when the editing began: tells when the records have changed since. */
  readonly basis: string;
}

/** The minutes as closed: what the fingerprint is taken over. Field: `final`. */
export interface ClosedMinutes {
  readonly title: string;
  readonly subject: string;
  readonly sections: readonly { readonly id: string; readonly part: 'opening' | 'content' | 'closing'; readonly heading: string; readonly text: string }[];
}

/** A correction (đính chính) of closed minutes: the minutes stay as they are, and this stands beside them. Field: `corrections/<id>`. */
export interface Correction {
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
  readonly reason: string;
  readonly by: MemberId;
  /** Its place in the chain [CLOSE-3]; null: made before there was one. */
  readonly prev: readonly string[] | null;
  readonly hash: string | null;
}

/** planned: not begun · open: going on · ended: over, minutes not closed · closed: minutes closed for good · cancelled. */
export type MeetingState = 'planned' | 'open' | 'ended' | 'closed' | 'cancelled';

/** A meeting as read from its record. */
export interface Meeting {
  readonly id: MeetingId;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly date: CalendarDate;
  /** Planned start, HH:mm. */
  readonly time: string;
  readonly place: string;
  readonly procedure: { readonly id: string; readonly version: number };
  /** Scoring frame that the cell chose when the meeting was planned; null: the procedure's own. Field: `frame`. */
  readonly frame: string | null;
  /** Why an extraordinary meeting is held. Field: `reason`. */
  readonly reason: string;
  /** What a thematic meeting is about, its group and who presents. Fields: `theme`, `themeGroup`, `presenterId`. */
  readonly theme: { readonly title: string; readonly group: string | null; readonly presenterId: MemberId | null };
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Fingerprint of the closed minutes (SHA-256, hex): [CLOSE-3], or of `final` alone where there is no `closedPrev`. */
  readonly closedHash: string | null;
  /** Fingerprints that it follows; null: closed before there was a chain. */
  readonly closedPrev: readonly string[] | null;
  /** The names at the head of the closed minutes: they stay when the cell is renamed. */
  readonly closedHead: { readonly name: string; readonly superior: string } | null;
  readonly chairId: MemberId | null;
  readonly clerkId: MemberId | null;
  readonly roster: readonly RosterEntry[];
  readonly marks: Marks;
  readonly guests: readonly Guest[];
  readonly agenda: string;
  /** How many have paid (null: not counted), and a remark. Fields: `dues` and `dues/note`. */
  readonly dues: { readonly paid: number | null; readonly note: string } | null;
  readonly documents: readonly DisseminatedDocument[];
  readonly contributions: readonly Contribution[];
  readonly votes: readonly Vote[];
  /** By step. */
  readonly voteDrafts: Readonly<Record<string, VoteDraft>>;
  readonly paperReviews: readonly PaperReview[];
  readonly conclusion: string;
  readonly steps: Readonly<Record<string, StepRecord>>;
  /** Steps in the order they were opened, with the moment. Fields: `visit/<instant>`. */
  readonly visits: readonly { readonly at: Instant; readonly stepId: string }[];
  readonly prep: Preparation;
  readonly scores: Readonly<Record<string, ScoreEntry>>;
  readonly weakness: string;
  /** Fields: `readBack` and `readBack/amendments`. */
  readonly readBack: { readonly at: Instant; readonly amendments: string } | null;
  readonly minutes: Readonly<Record<string, EditedSection>>;
  readonly signatures: { readonly chair: Signature | null; readonly clerk: Signature | null };
  readonly postedOn: CalendarDate | null;
  readonly final: ClosedMinutes | null;
  readonly corrections: readonly Correction[];
}
