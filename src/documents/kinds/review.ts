import { gradeOutcome, isDate, pointsOf, YEAR_GRADES, type Appraisal, type AppraisalForm, type AppraisalSection, type CalendarDate, type Cell, type Member } from '@/domain';
import { capitals, layoutOn, type Block, type Foot, type Head, type PartyDocument } from '../form';
import { bareName } from '../minutes/context';
import { count, dateText, decimal, percent, phrase, sentences } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { cellSigner, documentOf, part, placeDate, point, recipients, signer, text } from './input';
import { foot } from './phrases.vi';
import { review as say } from './review-phrases.vi';

/** What a yearly review is on paper: what the person (or the cell) writes of themselves, and what others say of it and vote. */
export const REVIEW_PAPERS = ['self', 'grade'] as const;
/** One of {@link REVIEW_PAPERS}. */
export type ReviewPaper = (typeof REVIEW_PAPERS)[number];

/** What the papers of a review are composed from. */
export interface ReviewInput {
  readonly year: number;
  /** Null before anything was written: the papers are then to be filled in by hand. */
  readonly appraisal: Appraisal | null;
  readonly form: AppraisalForm;
  /** Null: the cell as a whole. */
  readonly member: Member | null;
  readonly members: readonly Member[];
  readonly cell: Cell;
  readonly today: CalendarDate;
}

const slashed = (date: CalendarDate | null): string => (date && isDate(date) ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : '…/…/…');
const gaps = (lines: number): Block[] => Array.from({ length: lines }, () => text(say.line));
const written = (told: string | undefined, empty: number): Block[] => {
  const all = sentences(told);
  return all.length === 0 ? gaps(empty) : all.map((line) => text(line));
};

/** Who they are, as the head of a form asks: facts.md §5 [V2] S36 of form 2B; the others likewise is [I]. */
function who({ member, form, cell }: ReviewInput): Block[] {
  if (!member) return [];
  return [
    text(say.name(bareName(member.name) || say.gap)),
    text(say.born(slashed(member.birthDate))),
    ...(form.kind === 'probationary' ? [text(say.joined(slashed(member.joinedOn)))] : []),
    text(say.post(say.posts[member.position])),
    text(say.job(phrase(member.job) || say.gap)),
    text(say.cell(cellTitle(cell.name))),
  ];
}

/** The sections under their parts. Labels of a form begin with their number, "I.1. …" or "III. …": the renderers count anew, so nothing is left out, also what is empty. */
function sections({ appraisal, form, today }: ReviewInput): Block[] {
  const layout = layoutOn(today);
  let last = '';
  const one = ({ id, label, optional }: AppraisalSection): Block[] => {
    const [, roman = '', under = '', plain = label] = /^([IVX]+)\.(\d+\.)? ?(.*)$/su.exec(label) ?? [];
    const named = (told: string): string => (optional ? say.ifAny(told) : told);
    const opens = under !== '' && roman !== last;
    last = roman;
    return [...(opens ? [part(say.parts[roman === 'I' ? 0 : 1])] : []), under === '' ? part(named(capitals(phrase(plain), layout))) : point(named(phrase(plain))), ...written(appraisal?.texts[id], optional ? 1 : 3)];
  };
  return form.sections.flatMap(one);
}

function ownGrade({ appraisal, form }: ReviewInput): Block[] {
  const own = appraisal?.selfGrade;
  if (form.kind === 'probationary' && !own) return [];
  const points = appraisal?.points ?? {};
  const total = pointsOf(form, points);
  return [
    part(say.self),
    ...(form.points
      ? [
          text(say.points, true),
          {
            kind: 'table' as const,
            columns: [{ head: say.head.group, width: 105 }, { head: say.head.max, width: 30, align: 'center' as const }, { head: say.head.given, width: 30, align: 'center' as const }],
            rows: form.points.map(({ id, label, max }) => [phrase(label), decimal(max), points[id] === undefined ? '' : decimal(points[id])]),
            total: [say.head.sum, decimal(form.points.reduce((sum, { max }) => sum + max, 0)), total ? decimal(total.sum) : ''],
          },
        ]
      : []),
    text(say.selfGrade(own ? say.grades[own] : say.gap), true),
  ];
}

function vote({ appraisal }: ReviewInput): Block[] {
  const given = appraisal?.vote ?? null;
  const outcome = given && gradeOutcome(given);
  // Sums that do not agree are no result: such a paper would be wrong over two signatures, so it is filled in by hand.
  const sound = given && (outcome?.kind === 'decided' || outcome?.kind === 'undecided') ? given : null;
  const cells = (votes: number | undefined): string[] => (sound && sound.base > 0 && votes !== undefined ? [count(votes), percent((votes / sound.base) * 100)] : ['', '']);
  const papers = sound?.ballots;
  return [
    part(say.vote),
    text(sound ? say.voted({ on: dateText(appraisal?.votedOn), base: count(sound.base), secret: papers !== undefined }) : say.notVoted),
    ...(papers ? [text(say.papers(count(papers.handedOut), count(papers.returned), count(papers.valid), count(papers.invalid)))] : []),
    {
      kind: 'table',
      columns: [{ head: say.head.grade, width: 105 }, { head: say.head.votes, width: 30, align: 'center' }, { head: say.head.rate, width: 30, align: 'center' }],
      rows: [...YEAR_GRADES.map((grade) => [say.grades[grade], ...cells(sound?.counts[grade])]), [say.other, ...cells(sound?.other)]],
    },
    text(outcome?.kind === 'decided' ? say.decided(say.grades[outcome.grade], count(outcome.votes), count(outcome.base), percent(outcome.percent)) : outcome?.kind === 'undecided' ? say.undecided : say.proposed),
  ];
}

function decision({ appraisal }: ReviewInput): Block[] {
  const { grade = null, number = '', on = null } = appraisal?.committee ?? {};
  return [part(say.committee), text(grade ? say.decision({ grade: say.grades[grade], number: phrase(number), on: dateText(on) }) : say.noDecision, true)];
}

function selfPaper(input: ReviewInput): PartyDocument {
  const { year, form, member, members, cell, appraisal, today } = input;
  const probationary = form.kind === 'probationary';
  const on = appraisal?.handedInOn ?? null;
  const left: Foot = member ? { kind: 'empty' } : recipients(phrase(cell.superior) === '' ? '' : foot.toReport(phrase(cell.superior)));
  return documentOf({
    head: headOn(cell, on),
    on: on ?? today,
    title: probationary ? say.probationaryTitle : say.title,
    subject: probationary ? say.probationary : member ? say.person(year) : say.collective(year),
    blocks: [...who(input), ...sections(input), ...ownGrade(input)],
    left,
    right: member ? signer(say.signed, bareName(member.name), say.sign) : cellSigner(cell, members, on ?? today),
  });
}

function gradePaper(input: ReviewInput): PartyDocument {
  const { year, member, members, cell, appraisal, today } = input;
  const on = appraisal?.votedOn ?? null;
  const own = appraisal?.selfGrade;
  return documentOf({
    head: headOn(cell, on),
    on: on ?? today,
    title: say.gradeTitle,
    subject: member ? say.gradePerson(year) : say.gradeCollective(year),
    blocks: [
      ...(member ? [text(say.of(bareName(member.name) || say.gap, slashed(member.birthDate), say.posts[member.position]))] : []),
      text(say.selfGrade(own ? say.grades[own] : say.gap)),
      part(member ? say.comment(cell.hasCommittee) : say.commentAbove),
      ...written(appraisal?.comment, 4),
      ...vote(input),
      ...decision(input),
    ],
    left: signer(say.above, ''),
    right: cellSigner(cell, members, on ?? today),
  });
}

const headOn = (cell: Cell, on: CalendarDate | null): Head => ({ superior: phrase(cell.superior), cell: cellTitle(cell.name), number: '', placeDate: placeDate(cell.placeName, on) });

/**
 * [FORM-11] A yearly review as papers to sign and hand in: the self-review by its form, and what was said of it, voted and decided. What is not known is a
 * gap to write into, so that a form can be printed empty too. Made on the review's own page alone [APR-1]. Pure: the same review, the same paper.
 * Source: facts.md §5 for what they hold, [V2] S34 S35 S36 and [G]; §3.4 for the head; its words are ours, not compared with the official forms.
 */
export const reviewPaper = (paper: ReviewPaper, input: ReviewInput): PartyDocument => (paper === 'self' ? selfPaper : gradePaper)(input);
