import { DECISIONS, isDate, outcomeOf, votesNeeded, type CalendarDate, type Vote } from '@/domain';
import { capitals, layoutOn, type PartyDocument, type SlipLine } from '../form';
import { contextOf } from '../minutes/context';
import { count, dateText, lowerFirst, percent, phrase, sentence, whole } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { closing, DECISION, wordsOf } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, heldOf, part, signer, text, type KindInput } from './input';
import { ballot as say, counting, foot } from './phrases.vi';

/** What a ballot paper asks. `vote`: for, against, other · `opinion`: the same, and lines to write on. */
export interface BallotAsked {
  readonly question: string;
  readonly style: 'vote' | 'opinion';
  /** How many papers; whole sheets are made. */
  readonly copies: number;
}

/** A sheet holds two papers beside each other, and so many down: a short one needs less room. */
const DOWN = { vote: 3, opinion: 2 } as const;
const SHORT = 150;

/** Secret ballot papers (phiếu), four or six on a sheet, all alike and without any mark that could tell one from another. */
export function ballotForm({ cell, meeting }: Pick<KindInput, 'cell' | 'meeting'>, asked: BallotAsked): PartyDocument {
  const day: CalendarDate = isDate(meeting.date) ? meeting.date : '9999-12-31';
  const layout = layoutOn(day);
  const question = phrase(asked.question);
  const title = say[asked.style];
  const superior = phrase(cell.superior);
  const lines: SlipLine[] = [
    ...(superior === '' ? [] : [{ text: capitals(superior, layout), look: 'small' as const }]),
    { text: capitals(cellTitle(cell.name), layout), look: 'smallBold' },
    { text: title, look: 'title' },
    { text: question === '' ? say.gap : say.about(lowerFirst(question)), look: 'question' },
    ...[say.yes, say.no, say.other].map((one) => ({ text: one, look: 'box' as const })),
    ...(asked.style === 'opinion' ? [{ text: say.write, look: 'rule' as const }, { text: '', look: 'rule' as const }] : []),
    { text: say.how, look: 'note' },
  ];
  const down = question.length > SHORT ? 2 : DOWN[asked.style];
  const copies = Math.max(1, Math.ceil(whole(asked.copies) / (2 * down))) * 2 * down;
  return { layout, head: null, title: '', subject: '', blocks: [{ kind: 'slips', across: 2, down, copies, lines }], foot: null, named: title };
}

/** Votes that were taken with papers. */
export const secretVotes = ({ meeting }: Pick<KindInput, 'meeting'>): readonly Vote[] => meeting.votes.filter(({ ballots }) => ballots !== undefined);

/** Counting record (biên bản kiểm phiếu) of a secret ballot. What a restricted step voted on is not named. */
export function countingForm(input: KindInput, voteId: string): PartyDocument | null {
  const vote = secretVotes(input).find(({ id }) => id === voteId);
  if (!vote?.ballots) return null;
  const { meeting, cell } = input;
  const ctx = contextOf(input);
  const decision = wordsOf(DECISION, vote.decision, DECISION.other);
  const question = ctx.reach(vote.stepId) === 'restricted' ? counting.hidden : lowerFirst(phrase(vote.question) || decision);
  const [base, yes] = [whole(vote.base), whole(vote.yes)];
  const rate = (n: number): string => (base === 0 ? '' : percent(Math.round((n / base) * 1000) / 10));
  const { ballots } = vote;
  const numbers: [keyof typeof counting.rows, number, boolean][] = [
    ['base', base, false], ['inRoom', whole(vote.inRoom), false], ['handedOut', whole(ballots.handedOut), false], ['returned', whole(ballots.returned), false],
    ['valid', whole(ballots.valid), false], ['invalid', whole(ballots.invalid), false], ['yes', yes, true], ['no', whole(vote.no), true], ['other', whole(vote.other), true],
  ];
  const needed = votesNeeded(base, DECISIONS[vote.decision] ?? 'majority');
  const tellers = phrase(vote.tellers);
  return documentOf({
    head: headOf(input, dayOf(meeting)),
    on: dayOf(meeting),
    title: counting.title,
    subject: counting.subject(question),
    // The question may name a person.
    named: counting.named,
    blocks: [
      text(sentence(counting.opening({ date: dateText(meeting.date), place: phrase(meeting.place), cell: cellTitle(cell.name), held: heldOf(meeting) }))),
      text(counting.about(question)),
      ...(tellers === '' ? [] : [part(counting.tellers.toLocaleUpperCase('vi')), text(sentence(tellers))]),
      part(counting.result.toLocaleUpperCase('vi')),
      {
        kind: 'table',
        columns: [{ head: counting.at, width: 12, align: 'center' }, { head: counting.what, width: 93 }, { head: counting.count, width: 30, align: 'center' }, { head: counting.rate, width: 30, align: 'center' }],
        rows: numbers.map(([name, n, shared], index) => [String(index + 1), counting.rows[name], count(n), shared ? rate(n) : '']),
      },
      text(counting.rateOf),
      part(counting.conclusion.toLocaleUpperCase('vi')),
      text(outcomeOf(vote).kind === 'passed' ? closing.passed : closing.failed(count(needed))),
    ],
    left: signer(foot.tellers, '', foot.tellersHead),
    right: signer(foot.chair, ctx.name(meeting.chairId)),
  });
}
