import { countAttendance, isCellMeeting, type RosterEntry } from '@/domain';
import type { Block, PartyDocument } from '../form';
import { bareName, contextOf } from '../minutes/context';
import { clockText, count, percent, phrase, sentence } from '../minutes/format.vi';
import { ABSENCE_REASON, comrade, wordsOf } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, signer, subjectOf, text, type KindInput } from './input';
import { attendance as say, foot } from './phrases.vi';

/** Height that a hand needs to sign, in mm. */
const SIGNED_ROW = 8.5;

function noteOf({ meeting }: KindInput, entry: RosterEntry): string {
  const mark = meeting.marks[entry.id];
  const clock = clockText(mark?.time);
  const reason = phrase(mark?.reason);
  const status = wordsOf(say.status, entry.status, '');
  switch (mark?.kind) {
    case 'excused':
      return say.excused(wordsOf(ABSENCE_REASON, reason, reason));
    case 'unexcused':
      return say.unexcused;
    case 'late':
      return say.late(clock);
    case 'leftEarly':
      return say.leftEarly(clock);
    default:
      return status;
  }
}

/** Attendance list (danh sách đảng viên tham dự), to be signed at the door; once the roll was called it tells who was absent. Source: facts.md §3.1 [V] dukbxd. */
export function attendanceForm(input: KindInput): PartyDocument {
  const { meeting } = input;
  const ctx = contextOf(input);
  const n = countAttendance(meeting.roster, meeting.marks);
  const standing = (kind: RosterEntry['standing']): string => count(meeting.roster.filter((entry) => entry.standing === kind).length);
  const guests: Block[] = meeting.guests.map((guest) => text(sentence(`- ${[bareName(guest.name) === '' ? '' : comrade(bareName(guest.name)), phrase(guest.role)].filter(Boolean).join(', ')}`))).filter((block) => block.kind === 'text' && block.text !== '');
  const subject = subjectOf(meeting);
  return documentOf({
    head: headOf(input, dayOf(meeting)),
    on: dayOf(meeting),
    title: say.title,
    subject: isCellMeeting(meeting.kind) ? say.subject(subject) : say.subjectSmall(subject),
    blocks: [
      {
        kind: 'table',
        rowHeight: SIGNED_ROW,
        columns: [{ head: say.at, width: 11, align: 'center' }, { head: say.name, width: 47 }, { head: say.standing, width: 25, align: 'center' }, { head: say.position, width: 25, align: 'center' }, { head: say.sign, width: 24 }, { head: say.note, width: 33 }],
        rows: meeting.roster.map((entry, index) => [String(index + 1), bareName(entry.name), entry.standing === 'official' ? say.official : say.probationary, wordsOf(say.position_, entry.position, ''), '', noteOf(input, entry)]),
      },
      text(say.total(count(meeting.roster.length), standing('official'), standing('probationary'))),
      ...(meeting.startedAt === null || n.expected === 0 ? [] : [text(say.present(count(n.present), count(n.expected), percent(n.ratePercent)))]),
      ...(guests.length === 0 ? [] : [text(say.guests, true), ...guests]),
    ],
    left: signer(foot.clerk, ctx.name(meeting.clerkId)),
    right: signer(foot.chair, ctx.name(meeting.chairId)),
  });
}
