import { completionPercent, isOverdue, timing, type Contribution, type MemberId, type Step, type Task } from '@/domain';
import { piece, stepHeading, type Context, type Piece } from './context';
import { count, dateText, lowerFirst, oneLine, percent, phrase, sentence, sentences } from './format.vi';
import { comrade, content as say, CONTRIBUTION, HEADING, wordsOf } from './phrases.vi';

const contentSteps = (ctx: Context): readonly Step[] => ctx.procedure.phases.find((phase) => phase.id === 'content')?.steps ?? [];

/** Documents that were made known: "- Số …, tên". */
function documents(ctx: Context): string[] {
  const known = ctx.meeting.documents.map((doc) => [phrase(doc.number), phrase(doc.title)].filter(Boolean).join(/^(?:về|v\/v)\s/u.test(phrase(doc.title)) ? ' ' : ', ')).filter(Boolean);
  return known.length === 0 ? [] : [say.documents(ctx.body, count(known.length)), ...known.map((line) => sentence(`- ${line}`))];
}

/** One task looked back at: who, what, how it stands, what came of it. */
function reviewedTask(ctx: Context, task: Task): string {
  const who = ctx.name(task.assigneeId);
  const state =
    task.state === 'done'
      ? say.done(dateText(task.doneOn))
      : isOverdue(task, ctx.meeting.date)
        ? say.overdue(dateText(task.due))
        : say.underWay(dateText(task.due));
  const result = phrase(task.result);
  const told = [`${who === '' ? '' : `${comrade(who)}: `}${phrase(task.what)}`, state, result === '' ? '' : say.result(result)];
  return sentence(`- ${told.filter(Boolean).join('; ')}`);
}

function taskReview(ctx: Context): string[] {
  const tasks = ctx.reviewedTasks.filter((task) => task.state !== 'dropped' && phrase(task.what) !== '');
  if (tasks.length === 0) return [];
  const done = tasks.filter((task) => task.state === 'done').length;
  const rate = completionPercent(tasks, ctx.meeting.date);
  return [
    sentence([say.reviewed(ctx.body, count(tasks.length), count(done)), rate === null ? '' : say.reviewedRate(percent(rate))].filter(Boolean).join('; ')),
    ...tasks.map((task) => reviewedTask(ctx, task)),
  ];
}

/** Resolutions reviewed, each with how far it has got and what came of it. */
function paperReviews({ meeting }: Context): string[] {
  return meeting.paperReviews.map(({ what, title, number, percent: done, result }) => {
    const told = phrase(result);
    return sentence([say.paperReview(what, phrase(number), phrase(title)), done === null ? '' : say.paperDone(percent(done)), told === '' ? '' : say.result(told)].filter(Boolean).join('; '));
  });
}

/** Criticism of a person stays in the cell wherever it was spoken (facts.md §5, point 4). */
const isSaid = (ctx: Context, spoken: Contribution): boolean => spoken.kind !== 'criticism' && ctx.reach(spoken.stepId) === 'open';

/** Speakers in the order in which they first spoke, each with all they said. */
function contributions(ctx: Context, belongs: (spoken: Contribution) => boolean = () => true): { lines: string[]; trimmed: boolean } {
  const spoken = ctx.meeting.contributions.filter(belongs);
  const bySpeaker = new Map<MemberId, Contribution[]>();
  for (const one of spoken.filter((c) => isSaid(ctx, c))) bySpeaker.set(one.memberId, [...(bySpeaker.get(one.memberId) ?? []), one]);
  const turns = [...bySpeaker.values()].flat().length;
  const kept = spoken.filter((c) => c.kind === 'criticism' && ctx.reach(c.stepId) === 'open').length;
  const lines = turns === 0 ? [] : [say.speakers(ctx.body, count(turns), count(bySpeaker.size))];
  for (const [id, said] of bySpeaker) {
    const who = ctx.name(id) === '' ? say.unnamed : comrade(ctx.name(id));
    const kind = (c: Contribution): string => wordsOf(CONTRIBUTION, c.kind, CONTRIBUTION.opinion);
    const [first] = said;
    if (said.length === 1 && first) {
      const text = oneLine(first.text);
      lines.push(sentence(text === '' ? `- ${who} ${say.spoke} (${kind(first)})` : `- ${who} (${kind(first)}): ${text}`));
      continue;
    }
    lines.push(sentence(`- ${who} ${say.spokeTimes(count(said.length))}:`));
    for (const c of said) lines.push(sentence(`+ ${[kind(c), oneLine(c.text)].filter(Boolean).join(': ')}`));
  }
  if (kept > 0) lines.push(say.keptInCell(count(kept)));
  return { lines, trimmed: spoken.some((c) => ctx.reach(c.stepId) === 'withheld') };
}

/** [MIN-2] That a restricted part took place, how long and with how many contributions; nothing of what was said. */
function restricted(ctx: Context, step: Step): string[] {
  const { meeting } = ctx;
  const record = meeting.steps[step.id];
  const turns = meeting.contributions.filter((c) => c.stepId === step.id).length;
  const lastSeen = meeting.endedAt ?? meeting.visits.at(-1)?.at ?? meeting.startedAt ?? '';
  const seconds = timing(meeting, lastSeen).bySteps[step.id] ?? 0;
  const minutes = Number.isFinite(seconds) ? Math.round(seconds / 60) : 0;
  if (!record?.doneAt && turns === 0 && (record?.note ?? '').trim() === '') return [];
  const name = lowerFirst(stepHeading(step).split(';')[0] ?? '');
  return [say.restricted(ctx.body, name, minutes === 0 ? '' : count(minutes), turns === 0 ? '' : count(turns))];
}

/** The steps that hold a discussion; what was said elsewhere belongs to the first. */
const discussionSteps = (ctx: Context): readonly Step[] => contentSteps(ctx).filter((step) => step.blocks.includes('contributions') && step.sensitivity === undefined);

function stepPiece(ctx: Context, step: Step, discussions: readonly Step[]): Piece {
  const make = (lines: readonly string[], told?: { trimmed?: boolean; hidden?: boolean }): Piece => piece('content', `step-${step.id}`, stepHeading(step), lines, told);
  if (ctx.reach(step.id) === 'restricted') return make(restricted(ctx, step), { trimmed: ctx.audience === 'committee' });
  const note = sentences(ctx.meeting.steps[step.id]?.note);
  // What the cell was told and what it had set itself is not the note of the step: the committee reads it in any case.
  const records = [...(step.blocks.includes('documents') ? documents(ctx) : []), ...(step.blocks.includes('taskReview') ? [...taskReview(ctx), ...paperReviews(ctx)] : [])];
  if (ctx.reach(step.id) === 'withheld') return make(records, { trimmed: true, hidden: records.length === 0 });
  if (!discussions.includes(step)) return make([...records, ...note]);
  const elsewhere = (one: Contribution): boolean => !discussions.some(({ id }) => id === one.stepId);
  const spoken = contributions(ctx, (one) => one.stepId === step.id || (step === discussions[0] && elsewhere(one)));
  return make([...records, ...spoken.lines, ...note], { trimmed: spoken.trimmed });
}

/** Steps gone through of which nothing is written: named in one sentence, so that the minutes show the whole course. */
function otherSteps(ctx: Context, silent: readonly Step[]): string[] {
  const names = silent.filter((step) => ctx.meeting.steps[step.id]?.doneAt).map((step) => lowerFirst(stepHeading(step)));
  if (names.length === 0) return [];
  return [names.length === 1 ? say.otherStep(ctx.body, names[0] ?? '') : say.otherSteps(ctx.body, names.join('; '))];
}

/** What a thematic meeting was about, and who presented it. */
function theme(ctx: Context): string[] {
  const { title, presenterId } = ctx.meeting.theme;
  const who = ctx.name(presenterId);
  return [sentence(say.theme(phrase(title), who === '' ? '' : comrade(who)))];
}

/** The content part: the steps in the pack's order, with what belongs to each. */
export function contentPieces(ctx: Context): Piece[] {
  const steps = contentSteps(ctx);
  const discussions = discussionSteps(ctx);
  const pieces = steps.map((step) => stepPiece(ctx, step, discussions));
  const silent = steps.filter((_, index) => pieces[index]?.lines.length === 0);
  const has = (block: 'documents' | 'contributions'): boolean => (block === 'documents' ? steps.some((step) => step.blocks.includes(block)) : discussions.length > 0);
  const spoken = contributions(ctx);
  return [
    ...(ctx.meeting.theme.title.trim() === '' ? [] : [piece('content', 'theme', HEADING.theme, theme(ctx))]),
    ...(has('documents') ? [] : [piece('content', 'documents', HEADING.documents, documents(ctx))]),
    ...pieces,
    ...(has('contributions') ? [] : [piece('content', 'contributions', HEADING.contributions, spoken.lines, { trimmed: spoken.trimmed })]),
    piece('content', 'otherSteps', HEADING.otherSteps, otherSteps(ctx, silent)),
  ];
}
