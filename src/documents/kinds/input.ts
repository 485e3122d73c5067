import { documentNumber, isDate, signerOf, type CalendarDate, type Cell, type Meeting, type Member, type RosterEntry } from '@/domain';
import { layoutOn, type Block, type Foot, type Head, type PartyDocument, type Recipients, type Signer } from '../form';
import { bareName, contextOf, type Context } from '../minutes/context';
import { dateText, monthText, phrase, quarterText } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { HELD, SUBJECT, wordsOf } from '../minutes/phrases.vi';
import type { FinalMinutes, MinutesInput } from '../minutes';
import { foot as say } from './phrases.vi';

/** What every kind is composed from. */
export interface KindInput extends MinutesInput {
  /** The minutes as they stand, edits by hand in their places: of the cell, and the copy that may leave it. */
  readonly minutes: FinalMinutes;
  readonly outward: FinalMinutes;
  /** The day on which the document is made. */
  readonly today: CalendarDate;
  /** The number that the cell gave it; not there: a gap to write it into. */
  readonly number?: number;
}

/** The records as a document may tell them to people outside the cell: what internal and restricted steps hold is left out. */
export const outside = (input: KindInput): Context => contextOf({ ...input, audience: 'committee' });

/** A paragraph of the body, or an item of a list when it begins with a dash. */
export const text = (line: string, leads = false): Block => ({ kind: 'text', text: line, look: /^[-+] /.test(line) ? 'item' : 'body', leads });
/** "I- …". */
export const part = (line: string): Block => ({ kind: 'heading', level: 0, text: line });
/** "1. …". */
export const point = (line: string): Block => ({ kind: 'heading', level: 1, text: line });

/** "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026". */
export const subjectOf = ({ kind, date }: Pick<Meeting, 'kind' | 'date'>): string =>
  wordsOf(SUBJECT, kind, SUBJECT.regular)({ month: monthText(date), quarter: quarterText(date), date: dateText(date) }).trim();
/** "sinh hoạt thường kỳ tháng 11 năm 2026", as it stands behind "tổ chức". */
export const heldOf = ({ kind, date }: Pick<Meeting, 'kind' | 'date'>): string =>
  wordsOf(HELD, kind, HELD.regular)({ month: monthText(date), quarter: quarterText(date) }).trim();

/** "Hà Nội, ngày 05 tháng 02 năm 2026"; gaps where something is not known. */
export const placeDate = (place: string, date: CalendarDate | null): string => `${phrase(place) || '…'}, ${(date !== null && dateText(date)) || say.noDate}`;

/**
 * [FORM-2] The number's line: no colon, a zero before one figure, a gap while the cell has given none.
 * Source: facts.md §3.4 [V2] S21 S25.
 */
export const numberLine = (code: string, number?: number): string => `Số ${number === undefined ? `…-${code}/CB` : documentNumber(number, code)}`;

/** The head of a document with a number, place and date; of one without when no code is told. */
export function headOf({ cell, number }: KindInput, date: CalendarDate | null, code = ''): Head {
  return { superior: phrase(cell.superior), cell: cellTitle(cell.name), number: code === '' ? '' : numberLine(code, number), placeDate: placeDate(cell.placeName, date) };
}

const roster = ({ meeting }: MinutesInput, is: (entry: RosterEntry) => boolean): RosterEntry | undefined => meeting.roster.find(is);

/**
 * [FORM-3] Who signs for the cell: the secretary; the deputy where the deputy chaired, under "PHÓ BÍ THƯ" and never K/T.
 * On behalf of the cell or of its committee, as the cell chose; a cell without chi ủy always for itself. Source: facts.md §3.4 [V2] S25 S26; both labels are in use.
 */
export function secretarySigner(input: KindInput): Signer {
  const chair = roster(input, ({ id }) => id === input.meeting.chairId);
  const who = chair?.position === 'deputy' ? chair : roster(input, ({ position }) => position === 'secretary');
  const behalf = input.meeting.kind === 'committee' ? say.forCommittee : input.meeting.kind === 'cellCommittee' || (input.cell.signFor === 'cellCommittee' && input.cell.hasCommittee) ? say.forCellCommittee : say.forCell;
  return { kind: 'signer', label: behalf, under: who?.position === 'deputy' ? say.deputy : say.secretary, underSmall: false, name: bareName(who?.name), ink: '' };
}

/** Who signs for the cell beside a meeting: the secretary, on behalf of the cell or of its committee, as the cell chose [FORM-3]; by the register on the document's day. */
export const cellSigner = ({ signFor, hasCommittee }: Cell, members: readonly Member[], on: CalendarDate): Signer => ({
  kind: 'signer',
  label: signFor === 'cellCommittee' && hasCommittee ? say.forCellCommittee : say.forCell,
  under: say.secretary,
  underSmall: false,
  name: bareName(signerOf(members, on)),
  ink: '',
});

/** A signer by a label of one's own. */
export const signer = (label: string, name: string, under = ''): Signer => ({ kind: 'signer', label, under, underSmall: true, name, ink: '' });

/** Who gets it: those told, and always the cell's own file last. Source: facts.md §3.4 [V2] S25 S26. */
export const recipients = (...entries: readonly string[]): Recipients => ({ kind: 'recipients', entries: [...entries.filter((one) => one !== '').map((one) => `- ${one},`), say.keep] });
/** The superior as a recipient: "Đảng ủy … (để báo cáo)"; '' when it is not known. */
export const superiorOf = ({ cell }: KindInput): string => (phrase(cell.superior) === '' ? '' : say.toReport(phrase(cell.superior)));

/** Puts a document together. The layout is that of its day; its properties are named by title and subject, unless these name somebody. */
export function documentOf(told: { readonly head: Head; readonly on: CalendarDate | null; readonly title: string; readonly subject: string; readonly blocks: readonly Block[]; readonly left: Foot; readonly right: Foot; readonly named?: string }): PartyDocument {
  const { head, on, title, subject, blocks, left, right } = told;
  return { layout: layoutOn(on ?? '9999-12-31'), head, title, subject, blocks, foot: { left, right }, named: told.named ?? `${title} ${subject}`.trim() };
}

/** The day of a meeting, null for what is no date. */
export const dayOf = ({ date }: Pick<Meeting, 'date'>): CalendarDate | null => (isDate(date) ? date : null);
