import { countAttendance, criteriaOf, dateInVietnam, DECISIONS, durationMinutes, isOverdue, outcomeOf, totalScore, votesNeeded, type Decision, type Step, type Task } from '@/domain';
import type { Block, PartyDocument } from '../form';
import { assembleMinutes } from '../minutes';
import type { Context } from '../minutes/context';
import { count, dateText, decimal, lowerFirst, oneLine, percent, phrase, sentence, sentences, whole } from '../minutes/format.vi';
import { cellTitle, withPosition } from '../minutes/opening';
import { closing, comrade, GRADE } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, heldOf, outside, part, point, recipients, secretarySigner, subjectOf, superiorOf, text, type KindInput } from './input';
import { paragraphs } from './minutes';
import { decision as say, foot, taskTable } from './phrases.vi';

const AHEAD = /tháng tới|phương hướng/iu;
const LOOKED_BACK = /^(?:đánh giá|học tập và làm theo)/iu;

/** When, where, how many, who led: what a resolution opens with (facts.md §3.2 [V] S03). */
function openingLines(ctx: Context): string[] {
  const { meeting, cell } = ctx;
  const held = say.opening({ date: dateText(meeting.date), place: phrase(meeting.place), cell: cellTitle(cell.name), held: heldOf(meeting) });
  const n = countAttendance(meeting.roster, meeting.marks);
  const minutes = durationMinutes(meeting);
  const counts = meeting.roster.length === 0 ? [] : [
    say.present(count(n.present), count(n.expected), percent(n.ratePercent)),
    say.absent(count(n.excused.length), count(n.unexcused.length)),
    n.exempt.total === 0 ? '' : say.exempt(count(n.exempt.total)),
  ];
  const told = [held, ...counts, minutes === null ? '' : say.lasted(count(minutes))].filter(Boolean).join('; ');
  return [sentence(told), sentence(say.officers(withPosition(ctx, meeting.chairId), withPosition(ctx, meeting.clerkId)))].filter(Boolean);
}

/** The context, with what the minutes say and what the records alone would give, by section. */
interface Told extends Context {
  readonly minutes: ReadonlyMap<string, string>;
  readonly generated: ReadonlyMap<string, string>;
}

/**
 * [FORM-12] A resolution and a conclusion say what the minutes say: the words that the hand put there, and of closed minutes those that were closed.
 * What the records give in another shape (tasks as a table, a step's note without what was said at it) is taken from them while the minutes have the same.
 * Source: a decision; facts.md §3.2 [V] S03 has both follow the meeting.
 */
function toldOf(input: KindInput): Told {
  const byId = (sections: readonly { readonly id: string; readonly text: string }[]) => new Map(sections.map(({ id, text: words }) => [id, words]));
  return { ...outside(input), minutes: byId(input.outward.sections), generated: byId(assembleMinutes({ ...input, audience: 'committee' }).sections) };
}

function noteOf({ meeting, minutes, generated }: Told, id: string): Block[] {
  const note = sentences(meeting.steps[id]?.note);
  const alone = (generated.get(`step-${id}`) ?? '') === note.join('\n');
  return alone ? paragraphs(minutes.get(`step-${id}`) ?? '') : note.map((line) => text(line, line.endsWith(':')));
}

const steps = (ctx: Told, fits: (step: Step) => boolean): Block[] =>
  (ctx.procedure.phases.find(({ id }) => id === 'content')?.steps ?? []).filter((step) => ctx.reach(step.id) === 'open' && fits(step)).flatMap((step) => noteOf(ctx, step.id));

const concluded = ({ minutes }: Told): Block[] => paragraphs(minutes.get('conclusion') ?? '').filter((block) => block.kind !== 'text' || block.text !== closing.conclusion);

/** A task as it stood when the minutes were closed: what was done later is not done there. */
function asClosed(task: Task, closedAt: string | null): Task {
  return closedAt !== null && task.doneOn !== null && task.doneOn > dateInVietnam(closedAt) ? { ...task, state: 'open', doneOn: null, result: '' } : task;
}

const named = (ctx: Context, task: Task): string => ctx.name(task.assigneeId);
const shown = (tasks: readonly Task[]): Task[] => tasks.filter((task) => task.state !== 'dropped' && phrase(task.what) !== '');
const upper = (words: string): string => sentence(words).replace(/\.$/, '');
const short = (date: string | null): string => (date === null || dateText(date) === '' ? '' : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`);

function reviewedTable(ctx: Context): Block[] {
  const tasks = shown(ctx.reviewedTasks).map((task) => asClosed(task, ctx.meeting.closedAt));
  if (tasks.length === 0) return [];
  const state = (task: Task): string => {
    const standing = task.state === 'done' ? taskTable.done : isOverdue(task, ctx.meeting.date) ? taskTable.overdue : taskTable.underWay;
    return [standing, phrase(task.result)].filter(Boolean).join('; ');
  };
  return [
    point(say.reviewTasks),
    {
      kind: 'table',
      columns: [{ head: taskTable.at, width: 11, align: 'center' }, { head: taskTable.what, width: 54 }, { head: taskTable.who, width: 36 }, { head: taskTable.due, width: 24, align: 'center' }, { head: taskTable.state, width: 40 }],
      rows: tasks.map((task, index) => [String(index + 1), upper(phrase(task.what)), named(ctx, task), short(task.due), state(task)]),
    },
  ];
}

function givenTable(ctx: Told): Block[] {
  const said = ctx.minutes.get('tasks') ?? '';
  if (said !== (ctx.generated.get('tasks') ?? '')) return paragraphs(said);
  const tasks = shown(ctx.newTasks);
  if (tasks.length === 0) return [];
  return [
    text(say.carryTasks, true),
    {
      kind: 'table',
      columns: [{ head: taskTable.at, width: 11, align: 'center' }, { head: taskTable.what, width: 84 }, { head: taskTable.who, width: 42 }, { head: taskTable.due, width: 28, align: 'center' }],
      rows: tasks.map((task, index) => [String(index + 1), upper(phrase(task.what)), named(ctx, task), short(task.due)]),
    },
  ];
}

function quality({ frame, meeting }: Context): Block[] {
  if (!frame) return [];
  const given = Object.fromEntries(Object.entries(meeting.scores).filter(([, entry]) => Number.isFinite(entry?.points)));
  const { points, total, grade } = totalScore(frame, given, meeting.kind);
  return grade && criteriaOf(frame, meeting.kind).some(({ id }) => given[id]) ? [part(say.quality), text(say.scored(decimal(points), decimal(total), GRADE[grade]))] : [];
}

/** [FORM-8] How the cell voted on it: the last vote that passed it; where there were votes and none did, that it was not passed; a gap where nobody voted. */
function voted({ meeting }: Context, kind: Decision, what: string): Block {
  const votes = meeting.votes.filter((one) => one.decision === kind);
  const passed = votes.findLast((one) => outcomeOf(one).kind === 'passed');
  const vote = passed ?? votes.at(-1);
  if (!vote) return text(say.notVoted(what));
  const rate = vote.base === 0 ? 0 : Math.round((whole(vote.yes) / whole(vote.base)) * 1000) / 10;
  const told = [what, count(whole(vote.yes)), count(whole(vote.base)), percent(rate)] as const;
  return text(passed ? say.voted(...told) : say.votedDown(...told, count(votesNeeded(whole(vote.base), DECISIONS[kind]))));
}

const gap = (blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [text(say.gap)] : blocks);

/**
 * Draft resolution (nghị quyết) from a meeting's records, in the order of facts.md §3.2 [V] S03. What has no record has a dotted line to fill in, where
 * a resolution must not be without it.
 */
export function resolutionForm(input: KindInput): PartyDocument {
  const ctx = toldOf(input);
  const weak = sentences(ctx.meeting.weakness).map((line) => text(line));
  const results = steps(ctx, (step) => !AHEAD.test(step.label) && (step.blocks.includes('taskReview') || LOOKED_BACK.test(step.label)));
  const ahead = [...steps(ctx, (step) => AHEAD.test(step.label)), ...concluded(ctx)];
  return documentOf({
    head: headOf(input, dayOf(ctx.meeting), 'NQ'),
    on: dayOf(ctx.meeting),
    title: say.resolution,
    subject: subjectOf(ctx.meeting),
    blocks: [
      ...openingLines(ctx).map((line) => text(line)),
      text(say.resolves, true),
      part(say.review),
      point(say.reviewResult),
      ...gap(results),
      ...reviewedTable(ctx),
      ...(weak.length === 0 ? [] : [point(say.reviewWeak), ...weak]),
      part(say.ahead),
      ...gap(ahead),
      part(say.carry),
      ...givenTable(ctx),
      text(say.carryAll(say.resolutionName, input.cell.hasCommittee)),
      ...quality(ctx),
      voted(ctx, 'resolution', say.resolutionName),
    ],
    left: recipients(superiorOf(input), foot.members(input.cell.hasCommittee)),
    right: secretarySigner(input),
  });
}

/** Proposals, questions and petitions that the chair has answered, each with what was made of it. */
function answers(ctx: Context): Block[] {
  const answered = ctx.meeting.contributions.filter((one) => one.outcome !== null && one.kind !== 'criticism' && ctx.reach(one.stepId) === 'open');
  const lines = answered.map((one) => {
    const who = ctx.name(one.memberId);
    const told = [`${lowerFirst(phrase(oneLine(one.text)))}${who === '' ? '' : ` (${comrade(who)})`}: ${say[one.outcome ?? 'accepted']}`, phrase(one.answer)];
    return text(sentence(`- ${told.filter(Boolean).join('; ')}`));
  });
  return lines.length === 0 ? [] : [part(say.proposals), ...lines];
}

/** Draft conclusion (kết luận) from a meeting's records: what the chair concluded, what became of proposals, who does what. */
export function conclusionForm(input: KindInput): PartyDocument {
  const ctx = toldOf(input);
  return documentOf({
    head: headOf(input, dayOf(ctx.meeting), 'KL'),
    on: dayOf(ctx.meeting),
    title: say.conclusion,
    subject: say.conclusionSubject(subjectOf(ctx.meeting)),
    blocks: [
      ...openingLines(ctx).map((line) => text(line)),
      text(say.concludes, true),
      part(say.matters),
      ...gap(concluded(ctx)),
      ...answers(ctx),
      part(say.carry),
      ...givenTable(ctx),
      text(say.carryAll(say.conclusionName, input.cell.hasCommittee)),
      voted(ctx, 'conclusion', say.conclusionName),
    ],
    left: recipients(superiorOf(input), foot.members(input.cell.hasCommittee)),
    right: secretarySigner(input),
  });
}
