import { countAttendance, outcomeOf, stepsOf, type MemberId } from '@/domain';
import { bareName, piece, type Context, type Piece } from './context';
import { clockText, count, dateText, monthText, onTheWall, percent, phrase, quarterText, sentence, sentences } from './format.vi';
import { ABSENCE_REASON, BODY, comrade, HEADING, HELD, opening as say, POSITION, wordsOf } from './phrases.vi';

/** The cell as it is called in a sentence: "Chi bộ Trường …". */
export function cellTitle(name: string): string {
  const text = phrase(name);
  if (text === '') return 'Chi bộ';
  return /^chi bộ(?!\p{L})/iu.test(text) ? text.replace(/^chi bộ/iu, 'Chi bộ') : `Chi bộ ${text}`;
}

/** When and where: facts.md §3.1 point 2. */
function time(ctx: Context): string[] {
  const { meeting, cell } = ctx;
  const held = wordsOf(HELD, meeting.kind, HELD.regular)({ month: monthText(meeting.date), quarter: quarterText(meeting.date) }).trim();
  const begun = clockText(onTheWall(meeting.startedAt)?.time);
  const planned = clockText(meeting.time);
  const place = phrase(meeting.place);
  return [
    sentence(
      [
        say.held(cellTitle(cell.name), held),
        begun !== '' ? say.begun(begun) : planned !== '' && meeting.startedAt === null ? say.planned(planned) : '',
        dateText(meeting.date),
        place === '' ? '' : say.at(place),
      ]
        .filter((part) => part !== '')
        .join(', '),
    ),
  ];
}

/** "chính thức 24, dự bị 01": the categories that have anybody. */
const breakdown = (parts: readonly (readonly [string, number])[]): string =>
  parts
    .filter(([, n]) => n > 0)
    .map(([label, n]) => `${label} ${count(n)}`)
    .join(', ');

/** The counts and the absent: facts.md §3.1 points 3 to 5, §4.3. */
function attendance(ctx: Context): string[] {
  const { meeting } = ctx;
  if (meeting.roster.length === 0) return [];
  const n = countAttendance(meeting.roster, meeting.marks);
  const bullet = (id: MemberId, told: string): string => sentence(`- ${ctx.name(id) === '' ? say.unnamed : comrade(ctx.name(id))}${told}`);
  const reason = (id: MemberId): string => {
    const given = phrase(meeting.marks[id]?.reason);
    return given === '' ? ` (${say.reasonMissing})` : `: ${wordsOf(ABSENCE_REASON, given, given)}`;
  };
  const withTime = (ids: readonly MemberId[]): string =>
    ids
      .map((id) => {
        const at = clockText(meeting.marks[id]?.time);
        return `${comrade(ctx.name(id))}${at === '' ? '' : ` (${at})`}`;
      })
      .join('; ');
  const named = (ids: readonly MemberId[]): MemberId[] => ids.filter((id) => ctx.name(id) !== '');
  const strength = breakdown([
    [say.official, n.official.total],
    [say.probationary, n.probationary.total],
    [say.exempt, n.exempt.total],
    [say.temporaryOut, n.temporaryOut.total],
    [say.suspended, n.suspended.total],
  ]);
  const there = breakdown([
    [say.official, n.official.present],
    [say.probationary, n.probationary.present],
    [say.exempt, n.exempt.present],
    [say.temporaryOut, n.temporaryOut.present],
  ]);
  return [
    n.strength === 0 ? '' : sentence([ctx.body === BODY.regular ? say.strength(count(n.strength)) : say.strengthOf(ctx.body.toLocaleLowerCase('vi'), count(n.strength)), strength && `${say.ofWhom} ${strength}`].filter(Boolean).join(', ')),
    n.temporaryIn.total === 0 ? '' : sentence(say.temporaryIn(count(n.temporaryIn.total))),
    n.expected === 0 ? '' : sentence([say.present(count(n.present), count(n.expected), percent(n.ratePercent)), there && `${say.ofWhom} ${there}`].filter(Boolean).join(', ')),
    n.temporaryIn.total === 0 ? '' : sentence(say.presentTemporaryIn(count(n.temporaryIn.present), count(n.temporaryIn.total))),
    n.suspended.present === 0 ? '' : sentence(say.presentSuspended(count(n.suspended.present))),
    n.excused.length === 0 ? say.noneExcused : say.excused(count(n.excused.length)),
    ...n.excused.map((id) => bullet(id, reason(id))),
    n.unexcused.length === 0 ? say.noneUnexcused : say.unexcused(count(n.unexcused.length)),
    ...n.unexcused.map((id) => bullet(id, '')),
    named(n.late).length === 0 ? '' : say.late(withTime(named(n.late))),
    named(n.leftEarly).length === 0 ? '' : say.leftEarly(withTime(named(n.leftEarly))),
  ];
}

function guests(ctx: Context): string[] {
  const known = ctx.meeting.guests.map((guest) => ({ name: bareName(guest.name), role: phrase(guest.role) })).filter((guest) => guest.name !== '' || guest.role !== '');
  if (known.length === 0) return [];
  return [
    say.guests(count(known.length)),
    ...known.map(({ name, role }) => sentence(`- ${[name === '' ? '' : comrade(name), role].filter(Boolean).join(', ')}`)),
  ];
}

/** "đồng chí Nguyễn Văn A, Bí thư chi bộ"; empty when nobody is named. */
export function withPosition(ctx: Context, id: MemberId | null): string {
  const name = ctx.name(id);
  if (name === '') return '';
  const position = ctx.meeting.roster.find((entry) => entry.id === id)?.position;
  return [comrade(name), wordsOf<string>(POSITION, position, '')].filter(Boolean).join(', ');
}

function officers(ctx: Context): string[] {
  const chair = withPosition(ctx, ctx.meeting.chairId);
  const clerk = withPosition(ctx, ctx.meeting.clerkId);
  return [chair === '' ? '' : say.chair(chair), clerk === '' ? '' : say.clerk(clerk)];
}

function dues(ctx: Context): string[] {
  const { dues: told, date } = ctx.meeting;
  if (told === null) return [];
  const paid = typeof told.paid === 'number' && Number.isFinite(told.paid) ? say.dues(count(told.paid), monthText(date)) : '';
  return [paid, ...sentences(told.note)];
}

/** The programme, and whether it was passed: by a vote, or by the step having been gone through. */
function programme(ctx: Context): string[] {
  const { meeting, procedure, body } = ctx;
  const voted = meeting.votes.some((vote) => vote.decision === 'programme' && outcomeOf(vote).kind === 'passed');
  const gone = stepsOf(procedure).some((step) => step.blocks.includes('agenda') && meeting.steps[step.id]?.doneAt);
  const items = sentences(meeting.agenda);
  if (items.length === 0) return voted || gone ? [say.programmePassed(body)] : [];
  return [voted || gone ? say.programmePassedIs(body) : say.programmeIs, ...items.map((item) => (item.startsWith('- ') ? item : `- ${item}`))];
}

/** The opening part, in order. */
export function openingPieces(ctx: Context): Piece[] {
  const make = (id: 'time' | 'reason' | 'guests' | 'officers' | 'dues' | 'programme', lines: readonly string[]): Piece =>
    piece('opening', id, HEADING[id], lines);
  return [
    make('time', time(ctx)),
    ...(ctx.meeting.kind === 'extraordinary' ? [make('reason', sentences(ctx.meeting.reason))] : []),
    piece('opening', 'attendance', ctx.body === BODY.regular ? HEADING.attendance : HEADING.attendanceSmall, attendance(ctx)),
    make('guests', guests(ctx)),
    make('officers', officers(ctx)),
    make('dues', dues(ctx)),
    make('programme', programme(ctx)),
  ];
}
