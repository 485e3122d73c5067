import { criteriaOf, durationMinutes, outcomeOf, readiness, stepsOf, totalScore, type ScoreEntry, type Step, type Vote, type VoteOutcome } from '@/domain';
import { piece, stepHeading, type Context, type Piece } from './context';
import { clockText, count, dateText, decimal, onTheWall, oneLine, percent, phrase, sentence, sentences, whole } from './format.vi';
import { withPosition } from './opening';
import { BODY, closing as say, comrade, DECISION, GRADE, HEADING, NOT_READY, wordsOf } from './phrases.vi';

/** Petitions to the superior, again in one place: they are what the committee has to answer. */
function petitions(ctx: Context): string[] {
  const asked = ctx.meeting.contributions
    .filter((c) => c.kind === 'petition' && ctx.reach(c.stepId) === 'open')
    .map((c) => ({ who: ctx.name(c.memberId), text: phrase(oneLine(c.text)) }))
    .filter(({ text }) => text !== '');
  return asked.length === 0 ? [] : [say.petitions(count(asked.length)), ...asked.map(({ who, text }) => sentence(`- ${text}${who === '' ? '' : ` (${comrade(who)})`}`))];
}

/** A closing step's own words: the chair's summary and answers. */
function stepPiece(ctx: Context, step: Step): Piece {
  const reach = ctx.reach(step.id);
  const note = reach === 'open' ? sentences(ctx.meeting.steps[step.id]?.note) : [];
  const asked = step.blocks.includes('proposals') ? petitions(ctx) : [];
  const kept = reach !== 'open' && ctx.audience === 'committee';
  const askedInside = step.blocks.includes('proposals') && ctx.meeting.contributions.some((c) => c.kind === 'petition' && ctx.reach(c.stepId) === 'withheld');
  return piece('closing', `step-${step.id}`, stepHeading(step), [...note, ...asked], { trimmed: kept || askedInside, hidden: kept && asked.length === 0 });
}

function conclusion(ctx: Context): string[] {
  const text = sentences(ctx.meeting.conclusion);
  return text.length === 0 ? [] : [say.conclusion, ...text];
}

function tasks(ctx: Context): string[] {
  const given = ctx.newTasks.filter((task) => task.state !== 'dropped' && phrase(task.what) !== '');
  if (given.length === 0) return [];
  const line = (task: (typeof given)[number]): string => {
    const who = ctx.name(task.assigneeId);
    const due = dateText(task.due);
    return sentence(`- ${who === '' ? '' : `${comrade(who)}: `}${phrase(task.what)}${due === '' ? '' : `; ${say.due(due)}`}`);
  };
  return [say.tasks(ctx.body, count(given.length)), ...given.map(line)];
}

function voteResult(outcome: VoteOutcome): string {
  switch (outcome.kind) {
    case 'passed':
      return say.passed;
    case 'failed':
      return say.failed(count(outcome.needed));
    case 'impossible':
      return say.impossible(count(outcome.needed));
    default:
      return say.mismatch(count(outcome.counted), count(outcome.inRoom));
  }
}

/** The record of a secret ballot: who counted (not in the committee's copy), and the papers. */
function secret(ctx: Context, { ballots, tellers }: Vote): string {
  if (!ballots) return '';
  const who = ctx.audience === 'committee' ? '' : phrase(tellers);
  const { handedOut, returned, valid, invalid } = ballots;
  const papers = say.ballots({ handedOut: count(whole(handedOut)), returned: count(whole(returned)), valid: count(whole(valid)), invalid: count(whole(invalid)) });
  return `${sentence([papers, who === '' ? '' : say.tellers(who)].filter(Boolean).join('; '))} `;
}

/** A vote with its base, counts, share and result; the question only where it may be read. */
function voteLine(ctx: Context, vote: Vote): string {
  const reach = ctx.reach(vote.stepId);
  const decision = wordsOf(DECISION, vote.decision, DECISION.other);
  const about = reach === 'open' ? phrase(vote.question) || decision : reach === 'withheld' ? decision : say.voteHidden;
  const [base, inRoom, yes, no, other] = [vote.base, vote.inRoom, vote.yes, vote.no, vote.other].map(whole) as [number, number, number, number, number];
  const rate = percent(base === 0 ? 0 : Math.round((yes / base) * 1000) / 10);
  const counted = say.voteCount({ base: count(base), inRoom: count(inRoom), yes: count(yes), no: count(no), other: count(other), rate });
  const result = voteResult(outcomeOf({ ...vote, yes, no, other, base, inRoom, decision: Object.hasOwn(DECISION, vote.decision) ? vote.decision : 'other' }));
  return sentence(`- ${about}: ${secret(ctx, vote)}${sentence(counted)} ${result}`);
}

function votes(ctx: Context): { lines: string[]; trimmed: boolean } {
  // A vote of which no hand was counted has been written down, but not taken.
  const taken = ctx.meeting.votes.filter((vote) => whole(vote.yes) + whole(vote.no) + whole(vote.other) > 0);
  const lines = taken.length === 0 ? [] : [say.votes(ctx.body, count(taken.length)), ...taken.map((vote) => voteLine(ctx, vote))];
  return { lines, trimmed: ctx.audience === 'committee' && taken.some((vote) => ctx.reach(vote.stepId) !== 'open') };
}

/** The cell's own score: facts.md §3.1 point 12. */
function score(ctx: Context): string[] {
  const { frame, meeting } = ctx;
  const weakness = sentences(meeting.weakness);
  const scorer = withPosition(ctx, meeting.prep.scorerId);
  const lines: string[] = [];
  if (frame) {
    const given = Object.fromEntries(Object.entries(meeting.scores).filter(([, entry]) => Number.isFinite((entry as ScoreEntry | null)?.points)));
    const { points, total, missing, grade } = totalScore(frame, given, meeting.kind);
    const scored = criteriaOf(frame, meeting.kind).filter((criterion) => given[criterion.id]);
    if (scored.length > 0) {
      const head = grade
        ? [say.scored(ctx.body, decimal(points), decimal(total)), say.graded(GRADE[grade])]
        : [say.scoredSoFar(ctx.body, decimal(points), count(missing))];
      lines.push(sentence([...head, say.frame(phrase(frame.title), phrase(frame.basis))].join(', ')));
      for (const criterion of scored) {
        const entry = given[criterion.id];
        const reason = phrase(entry?.reason);
        const shown = Math.max(0, Math.min(criterion.max, entry?.points ?? 0));
        lines.push(sentence(`- ${say.line(phrase(criterion.label), decimal(shown), decimal(criterion.max))}${reason === '' ? '' : ` ${say.lineReason(reason)}`}`));
      }
      if (scorer !== '') lines.push(say.scorer(scorer));
    }
  }
  return weakness.length === 0 ? lines : [...lines, say.weakness, ...weakness];
}

/** Warnings gone over with a reason, and steps left out: what the meeting did otherwise than the procedure, and why. */
function exceptions(ctx: Context): { lines: string[]; trimmed: boolean } {
  const { meeting, procedure, cell } = ctx;
  const items = readiness(meeting, procedure, { hasCommittee: cell.hasCommittee, roster: meeting.roster, today: meeting.date });
  const asked = new Set<string>(items.map((item) => item.rule));
  const met = new Set<string>(items.filter((item) => item.state === 'met').map((item) => item.rule));
  const overridden = Object.entries(meeting.prep.overrides)
    .filter(([rule]) => !met.has(rule) && (asked.has(rule) || !Object.hasOwn(NOT_READY, rule)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, reason]) => ({ what: wordsOf(NOT_READY, rule, say.overrideUnnamed), reason: phrase(reason) }))
    .filter(({ reason }) => reason !== '')
    .map(({ what, reason }) => sentence(`- ${say.override(what, reason)}`));
  const left = stepsOf(procedure)
    .map((step) => ({ step, reason: phrase(meeting.steps[step.id]?.skipped) }))
    .filter(({ step, reason }) => reason !== '' && !meeting.steps[step.id]?.doneAt);
  const skipped = left.map(({ step, reason }) => {
    const what = say.skipped(stepHeading(step));
    return sentence(`- ${ctx.reach(step.id) === 'open' ? say.override(what, reason) : what}`);
  });
  return { lines: [...overridden, ...skipped], trimmed: ctx.audience === 'committee' && left.some(({ step }) => ctx.reach(step.id) !== 'open') };
}

/** Reading back and the end: facts.md §3.1 point 13. */
function ending(ctx: Context): string[] {
  const { meeting } = ctx;
  const amendments = sentences(meeting.readBack?.amendments);
  const body = ctx.body.toLocaleLowerCase('vi');
  const read = !meeting.readBack ? [] : amendments.length === 0 ? [say.readBack(body)] : [say.readBackAmended(body), ...amendments];
  const start = onTheWall(meeting.startedAt);
  const end = onTheWall(meeting.endedAt);
  if (!end) return read;
  const minutes = durationMinutes(meeting);
  const sameDay = end.date === (start?.date ?? meeting.date);
  const parts = [(ctx.body === BODY.regular ? say.ended : say.endedSmall)(clockText(end.time), sameDay ? '' : dateText(end.date)), minutes === null || !Number.isFinite(minutes) ? '' : (ctx.body === BODY.regular ? say.lasted : say.lastedSmall)(count(minutes))];
  return [...read, sentence(parts.filter(Boolean).join('; '))];
}

/** The closing part, in order. */
export function closingPieces(ctx: Context): Piece[] {
  const own = (step: Step): boolean => step.blocks.includes('note') || step.blocks.includes('proposals');
  const steps = (ctx.procedure.phases.find((phase) => phase.id === 'closing')?.steps ?? []).filter(own);
  const taken = votes(ctx);
  const otherwise = exceptions(ctx);
  return [
    ...steps.map((step) => stepPiece(ctx, step)),
    piece('closing', 'conclusion', HEADING.conclusion, conclusion(ctx)),
    piece('closing', 'tasks', HEADING.tasks, tasks(ctx)),
    piece('closing', 'votes', HEADING.votes, taken.lines, { trimmed: taken.trimmed }),
    piece('closing', 'score', HEADING.score, score(ctx)),
    piece('closing', 'exceptions', HEADING.exceptions, otherwise.lines, { trimmed: otherwise.trimmed }),
    piece('closing', 'ending', HEADING.ending, ending(ctx)),
  ];
}
