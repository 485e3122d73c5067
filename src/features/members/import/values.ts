import type { CalendarDate, Position, Standing, Status } from '@/domain';
import { yearsAfter } from '../date-problems';
import type { Field } from './fields';
import { readDateCell, readTwoDates } from './dates';
import { cellText, type Cell } from './sheet';
import { isMark, readName, readPosition, readSex, readState, type State } from './words';

/** What a row says of a member. `null` means that the row says nothing, never that something is to be erased. */
export interface ImportValues {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: CalendarDate | null;
  readonly joinedOn: CalendarDate | null;
  readonly officialOn: CalendarDate | null;
  readonly standing: Standing | null;
  readonly cardNumber: string | null;
  readonly position: Position | null;
  readonly job: string | null;
  readonly phone: string | null;
  readonly status: Status | null;
  /** The day from which the status holds, where the file says so; else the day of the import. */
  readonly statusFrom: CalendarDate | null;
  readonly note: string | null;
}
/** A field of {@link ImportValues}. */
export type ValueField = keyof ImportValues;

/** Why a row, or one value of it, needs a look. */
export type Reason =
  | 'nameMissing'
  | 'duplicateInFile'
  | 'dateUnreadable'
  | 'yearOnly'
  | 'partKept'
  | 'dateInFuture'
  | 'officialBeforeJoined'
  | 'bornAfterJoined'
  | 'idNumberDropped'
  | 'valueUnreadable'
  | 'sameNameInFile'
  | 'maybeSame'
  | 'hiddenRow'
  | 'formulaError'
  | 'formulaUnread';

/** One thing to look at, the value that it is about, and what the cell says where that could not be taken. */
export interface Problem {
  readonly field: ValueField;
  readonly reason: Reason;
  readonly text?: string;
}

/** A row read by the columns' meaning: its values and what was wrong with the cells. */
export interface RowReading {
  readonly values: ImportValues;
  readonly problems: readonly Problem[];
}

type CellOf = (field: Field) => Cell;

/**
 * [IMP-13] ID card numbers are not kept. They have 12 digits; a spreadsheet drops the first 0 of one typed as a number.
 * @returns the text without them
 */
function withoutIdNumbers(text: string): string {
  return text.replace(/(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/g, '').replace(/\s+/g, ' ').trim();
}

/** Excel's names for what a formula gives when it fails. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|FIELD!|UNKNOWN!|CONNECT!|GETTING_DATA)$/;

/** The values that a column of the file gives, for telling which one a failed formula leaves out. */
const GIVES: Partial<Record<Field, ValueField>> = {
  familyName: 'name',
  givenName: 'name',
  birthMale: 'birthDate',
  birthFemale: 'birthDate',
  male: 'sex',
  female: 'sex',
  state: 'status',
  official: 'officialOn',
  probationary: 'standing',
  exempt: 'status',
};

/** [IMP-21] The cells without those in which a formula failed or was never worked out: these are told, and count as empty. */
function withoutFailed(cellOf: CellOf, note: Note): CellOf {
  const told = new Set<Field>();
  return (field) => {
    const cell = cellOf(field);
    if (typeof cell !== 'string' || !FAILED.test(cell)) return cell;
    if (!told.has(field)) note(GIVES[field] ?? (field as ValueField), cell === '#CALC!' ? 'formulaUnread' : 'formulaError', cell === '#CALC!' ? undefined : cell);
    told.add(field);
    return null;
  };
}

/** Reads one row. `state` is what the heading of its group says ("II. Đảng viên dự bị"), for a row that says nothing itself. */
export function readRow(cells: CellOf, today: CalendarDate, state: State | null): RowReading {
  const problems: Problem[] = [];
  const note: Note = (field, reason, text) => void problems.push(text === undefined ? { field, reason } : { field, reason, text });
  const cellOf = withoutFailed(cells, note);
  const dates = readDates(cellOf, today, note);
  const position = readPost(cellOf);
  const standing = readStanding(cellOf, state, today, note);
  return {
    values: {
      name: readName([cellText(cellOf('name')), cellText(cellOf('familyName')), cellText(cellOf('givenName'))].filter((part) => part !== '').join(' ')),
      sex: readSexOf(cellOf, note),
      ...dates,
      standing: standing.standing ?? null,
      cardNumber: readCard(cellOf('cardNumber'), note),
      position: position.position,
      job: clean('job', position.job, note),
      phone: clean('phone', readPhone(cellOf('phone')), note),
      status: standing.status ?? null,
      statusFrom: standing.from ?? null,
      note: clean('note', cellText(cellOf('note')), note),
    },
    problems,
  };
}

type Note = (field: ValueField, reason: Reason, text?: string) => void;

function clean(field: 'job' | 'phone' | 'note', text: string, note: Note): string | null {
  const kept = withoutIdNumbers(text);
  if (kept !== text) note(field, 'idNumberDropped');
  return kept === '' ? null : kept;
}

function readDates(cellOf: CellOf, today: CalendarDate, note: Note): Pick<ImportValues, 'birthDate' | 'joinedOn' | 'officialOn'> {
  const adult = yearsAfter(today, -16);
  // A probationary member's register may already name the day of recognition, a year ahead.
  const ahead = yearsAfter(today, 2);
  const birthCell = [cellOf('birthDate'), cellOf('birthMale'), cellOf('birthFemale')].find((cell) => cellText(cell) !== '' && !isMark(cellText(cell))) ?? null;
  const both = readTwoDates(cellOf('joinedOn'), today) ?? readTwoDates(cellOf('officialOn'), today);
  const officialCell = [cellOf('officialOn'), cellOf('official')].find((cell) => cellText(cell) !== '') ?? null;
  const read = (field: 'birthDate' | 'joinedOn' | 'officialOn', cell: Cell, latest: CalendarDate, limit: CalendarDate): CalendarDate | null => {
    const reading = isMark(cellText(cell)) ? { date: null } : readDateCell(cell, latest);
    if ('problem' in reading && reading.problem) note(field, reading.problem, cellText(cell));
    if (reading.date === null || reading.date <= limit) return reading.date;
    note(field, 'dateInFuture', cellText(cell));
    return null;
  };
  return {
    birthDate: read('birthDate', birthCell, adult, today),
    joinedOn: read('joinedOn', both ? both[0] : cellOf('joinedOn'), today, today),
    officialOn: read('officialOn', both ? both[1] : officialCell, ahead, ahead),
  };
}

function readSexOf(cellOf: CellOf, note: Note): ImportValues['sex'] {
  const text = cellText(cellOf('sex'));
  const sex = isMark(text) ? null : readSex(text);
  if (sex) return sex;
  if (cellText(cellOf('male')) !== '' || cellText(cellOf('birthMale')) !== '') return 'male';
  if (cellText(cellOf('female')) !== '' || cellText(cellOf('birthFemale')) !== '') return 'female';
  if (text !== '' && !isMark(text)) note('sex', 'valueUnreadable', text);
  return null;
}

/** A card number typed as a number has lost its first zeros: a card has eight digits. */
function readCard(cell: Cell, note: Note): string | null {
  const digits = cellText(cell).replace(/[\s.]/g, '');
  if (/^\d{11,12}$/.test(digits) && (digits.length === 12 || typeof cell === 'number')) {
    note('cardNumber', 'idNumberDropped');
    return null;
  }
  const text = typeof cell === 'number' && digits.length < 8 ? digits.padStart(8, '0') : /^\d+$/.test(digits) ? digits : cellText(cell);
  return /\d/.test(text) && !/^0+$/.test(text) ? text : null;
}

/** A phone number typed as a number has lost its first zero. */
function readPhone(cell: Cell): string {
  const text = cellText(cell).replace(/^[.'\s]+/, '');
  return /^[1-9]\d{8}$/.test(text.replace(/[\s.]/g, '')) ? `0${text}` : text;
}

/** "Chức vụ" may hold a post in the cell, a work post, or both: what is no post in the cell is kept as the work. */
function readPost(cellOf: CellOf): { position: Position | null; job: string } {
  const text = cellText(cellOf('position'));
  const position = readPosition(text);
  const job = cellText(cellOf('job'));
  if (job !== '' || text === '' || /^[-–x]$/i.test(text)) return { position, job: /^[-–]$/.test(job) ? '' : job };
  if (position === null) return { position, job: text };
  const rest = text.split(/[,;]|\s[-–]\s/).map((part) => part.trim()).filter((part) => part !== '' && readPosition(part) === null);
  return { position, job: rest.join(', ') };
}

/**
 * [IMP-19] Standing and status from the column that names them, from a column of marks, or from the group's heading.
 * A column of exemptions may hold the day of the decision instead of a mark.
 */
function readStanding(cellOf: CellOf, group: State | null, today: CalendarDate, note: Note): State & { from?: CalendarDate } {
  const text = cellText(cellOf('state'));
  const own = readState(text);
  const cell = cellOf('exempt');
  const from = readDateCell(cell, today).date;
  const exempt = isMark(cellText(cell)) || from !== null || readState(cellText(cell))?.status === 'exempt';
  const mark: State = isMark(cellText(cellOf('probationary'))) ? { standing: 'probationary' } : isMark(cellText(cellOf('official'))) ? { standing: 'official' } : {};
  if (text !== '' && !own && !/^([-–x]|đảng viên)$/i.test(text)) note('status', 'valueUnreadable', text);
  return { ...group, ...mark, ...(exempt ? { status: 'exempt' } : {}), ...(from === null ? {} : { from }), ...own };
}
