import { isCellMeeting } from '@/domain';
import type { Block, PartyDocument } from '../form';
import { bareName, contextOf } from '../minutes/context';
import { clockText, dateText, phrase, sentence, sentences } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { comrade } from '../minutes/phrases.vi';
import { documentOf, headOf, heldOf, point, recipients, secretarySigner, subjectOf, text, type KindInput } from './input';
import { foot, notice as say } from './phrases.vi';

/** When and where. */
function occasion({ meeting }: KindInput): Block[] {
  const place = phrase(meeting.place);
  return [point(say.time), text(say.when(say.at(clockText(meeting.time), dateText(meeting.date)))), ...(place === '' ? [] : [text(say.place(place))])];
}

/** Why and what about, for members. */
function about(input: KindInput): Block[] {
  const { meeting } = input;
  const ctx = contextOf(input);
  const theme = phrase(meeting.theme.title);
  const presenter = ctx.name(meeting.theme.presenterId);
  const agenda = sentences(meeting.agenda).map((line) => text(line.startsWith('- ') ? line : `- ${line}`));
  const matter: Block[] = [...(theme === '' ? [] : [text(say.theme(theme, presenter === '' ? '' : comrade(presenter)))]), ...agenda];
  const reason = sentences(meeting.reason).map((line) => text(line));
  return [
    ...(meeting.kind === 'extraordinary' && reason.length > 0 ? [point(say.reason), ...reason] : []),
    ...(matter.length === 0 ? [] : [point(say.agenda), ...matter]),
  ];
}

/** [FORM-9] What about, for those who are no members: the theme alone. Reason and agenda may tell a member's case. */
const aboutGuest = ({ meeting }: KindInput): Block[] => (phrase(meeting.theme.title) === '' ? [] : [point(say.matter), text(say.theme(phrase(meeting.theme.title), ''))]);

/** Notice (thông báo) of a meeting to the members; dated when it was sent, or the day it is made. Source: facts.md §3.3 [V] S14 S15; its words are ours. */
export function noticeForm(input: KindInput): PartyDocument {
  const { meeting, cell } = input;
  const on = meeting.prep.noticeSentOn ?? input.today;
  return documentOf({
    head: headOf(input, on, 'TB'),
    on,
    title: say.title,
    subject: say.subject(subjectOf(meeting)),
    blocks: [
      text(say.opening(cellTitle(cell.name), heldOf(meeting)), true),
      ...occasion(input),
      ...about(input),
      point(say.who),
      text(isCellMeeting(meeting.kind) ? say.everyone : say.committee),
      ...(meeting.prep.documentsSentOn === null ? [] : [text(say.documents)]),
      text(say.closing(cell.hasCommittee)),
    ],
    left: recipients(foot.members(cell.hasCommittee)),
    right: secretarySigner(input),
  });
}

/** Invitation (giấy mời) to those who are no members: the guests written down, or a dotted line. It has no number. */
export function invitationForm(input: KindInput): PartyDocument {
  const { meeting, cell } = input;
  const on = meeting.prep.noticeSentOn ?? input.today;
  const guests = meeting.guests.map((guest) => [bareName(guest.name) === '' ? '' : comrade(bareName(guest.name)), phrase(guest.role)].filter(Boolean).join(', ')).filter(Boolean);
  const title = cellTitle(cell.name);
  return documentOf({
    head: headOf(input, on),
    on,
    title: say.invitation,
    subject: say.subjectGuest(subjectOf(meeting)),
    blocks: [
      ...(guests.length === 1 ? [text(say.invitesOne(title, guests[0] ?? ''))] : [text(say.invites(title), true), ...(guests.length === 0 ? [text(say.nobody)] : guests.map((guest) => text(sentence(`- ${guest}`))))]),
      text(say.toAttend(heldOf(meeting))),
      ...occasion(input),
      ...aboutGuest(input),
      text(say.closingGuest),
    ],
    left: recipients(foot.asInvited),
    right: secretarySigner(input),
  });
}
