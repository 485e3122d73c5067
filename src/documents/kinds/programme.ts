import { stepsOf, type Phase } from '@/domain';
import type { Block, PartyDocument } from '../form';
import { stepHeading } from '../minutes/context';
import { clockText, count, dateText, phrase, sentence, sentences } from '../minutes/format.vi';
import { wordsOf } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, recipients, secretarySigner, subjectOf, text, type KindInput } from './input';
import { foot, programme as say } from './phrases.vi';

const DURING: readonly string[] = ['opening', 'content', 'closing'] satisfies Phase['id'][];

/** The steps of the meeting's procedure in order, who does each and how long it may take. */
export function courseTable({ procedure }: KindInput): Block {
  const steps = procedure.phases.filter(({ id }) => DURING.includes(id)).flatMap((phase) => phase.steps);
  const sum = steps.reduce((minutes, step) => minutes + (step.minutes ?? 0), 0);
  return {
    kind: 'table',
    columns: [{ head: say.at, width: 11, align: 'center' }, { head: say.what, width: 88 }, { head: say.who, width: 42 }, { head: say.minutes, width: 24, align: 'center' }],
    rows: steps.map((step, index) => [String(index + 1), stepHeading(step), step.actors.map((actor) => wordsOf(say.actor, actor, '')).filter(Boolean).join(', '), step.minutes === null ? '' : say.lasts(count(step.minutes))]),
    ...(sum === 0 ? {} : { total: ['', say.sum, '', say.lasts(count(sum))] }),
  };
}

/** Programme (chương trình) of a meeting: what it turns on, then the steps. Source: facts.md §3.3 [V] S14; steps and minutes are the pack's. */
export function programmeForm(input: KindInput): PartyDocument {
  const { meeting } = input;
  const focus = sentences(meeting.agenda).map((line) => text(line.startsWith('- ') ? line : `- ${line}`));
  const begins = sentence(say.begins(clockText(meeting.time), dateText(meeting.date), phrase(meeting.place)));
  return documentOf({
    head: headOf(input, meeting.prep.noticeSentOn ?? input.today),
    on: dayOf(meeting),
    title: say.title,
    subject: subjectOf(meeting),
    blocks: [text(begins), ...(focus.length === 0 ? [] : [text(say.focus, true), ...focus]), ...(stepsOf(input.procedure).length === 0 ? [] : [courseTable(input)])],
    left: recipients(foot.members(input.cell.hasCommittee)),
    right: secretarySigner(input),
  });
}
