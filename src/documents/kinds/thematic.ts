import { addDays, type CalendarDate } from '@/domain';
import type { PartyDocument } from '../form';
import { contextOf } from '../minutes/context';
import { clockText, dateText, phrase, quarterText } from '../minutes/format.vi';
import { withPosition } from '../minutes/opening';
import { wordsOf } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, part, point, recipients, secretarySigner, signer, superiorOf, text, type KindInput } from './input';
import { foot, notice, thematic as say } from './phrases.vi';
import { courseTable } from './programme';

const slashed = (date: CalendarDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** Days before the meeting by which a thing is done: the draft leaves chi ủy time to read it, and goes out as early as the procedure asks. */
const DRAFT_DAYS = 7;
const NOTICE_DAYS = 3;

/** Plan (kế hoạch) of a thematic meeting: aim, matter, who prepares what by when, course. Source: the steps of facts.md §1.2 [V2] S02 S08; its words are ours. */
export function thematicPlanForm(input: KindInput): PartyDocument {
  const { meeting, procedure, cell } = input;
  const ctx = contextOf(input);
  const title = phrase(meeting.theme.title);
  const presenter = withPosition(ctx, meeting.theme.presenterId);
  const day = dayOf(meeting);
  const lead = Math.max(1, procedure.params.documentsLeadDays.value);
  const before = (days: number): string => (day === null ? '' : slashed(addDays(day, -days)));
  const by = ctx.name(meeting.theme.presenterId);
  const clerk = ctx.name(meeting.clerkId) || say.clerk;
  const group = wordsOf(say.groups, meeting.theme.group ?? undefined, '');
  const { jobs } = say;
  return documentOf({
    head: headOf(input, input.today, 'KH'),
    on: input.today,
    title: say.plan,
    subject: say.planSubject(quarterText(meeting.date), title),
    blocks: [
      part(say.purpose),
      ...say.purposes(title).map((line) => text(line)),
      part(say.content),
      text(say.theme(title)),
      ...(group === '' ? [] : [text(say.group(group))]),
      text(say.presenter(presenter)),
      text(notice.when(notice.at(clockText(meeting.time), dateText(meeting.date)) || foot.noDate)),
      ...(phrase(meeting.place) === '' ? [] : [text(notice.place(phrase(meeting.place)))]),
      text(say.attendees),
      part(say.assign),
      {
        kind: 'table',
        columns: [{ head: 'TT', width: 11, align: 'center' }, { head: say.work, width: 80 }, { head: say.by, width: 44 }, { head: say.until, width: 30, align: 'center' }],
        rows: [
          [jobs.draft, by, before(DRAFT_DAYS)],
          [jobs.approve(cell.hasCommittee), cell.hasCommittee ? say.cellCommittee : say.secretary, before(NOTICE_DAYS + 1)],
          [jobs.notify, say.secretary, before(NOTICE_DAYS)],
          [jobs.send, say.secretary, before(lead)],
          [jobs.opinions, say.members, day === null ? '' : slashed(day)],
          [jobs.record, clerk, day === null ? '' : slashed(day)],
          [jobs.publish, say.secretary, day === null || procedure.params.publishWithinDays.value === null ? '' : slashed(addDays(day, procedure.params.publishWithinDays.value))],
        ].map((row, index) => [String(index + 1), ...row]),
      },
      part(say.course),
      courseTable(input),
      text(say.carry(cell.hasCommittee)),
    ],
    left: recipients(superiorOf(input), foot.members(cell.hasCommittee)),
    right: secretarySigner(input),
  });
}

/** Outline (đề cương) of a theme: heads to write under. What is asked under each comes from facts.md §1.2 [V2] S02 S08. */
export function thematicOutlineForm(input: KindInput): PartyDocument {
  const { meeting } = input;
  const ctx = contextOf(input);
  return documentOf({
    head: headOf(input, input.today),
    on: input.today,
    title: say.outline,
    subject: say.outlineSubject(phrase(meeting.theme.title)),
    blocks: say.parts.flatMap(({ head, points }) => [part(head), ...points.flatMap((one) => [point(one), text(say.gap), text(say.gap)])]),
    left: { kind: 'empty' },
    right: signer(foot.presenter, ctx.name(meeting.theme.presenterId)),
  });
}
