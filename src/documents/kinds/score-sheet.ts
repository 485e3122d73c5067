import { totalScore, type ScoreEntry } from '@/domain';
import type { PartyDocument } from '../form';
import { contextOf } from '../minutes/context';
import { decimal, phrase, sentences } from '../minutes/format.vi';
import { GRADE } from '../minutes/phrases.vi';
import { dayOf, documentOf, headOf, signer, subjectOf, text, type KindInput } from './input';
import { foot, scoreSheet as say } from './phrases.vi';

/** Score sheet (phiếu tự chấm điểm) by the meeting's frame: every criterion with its marks, also before any was given, so that it can be filled in by hand. */
export function scoreSheetForm(input: KindInput): PartyDocument | null {
  const { meeting, frame } = input;
  if (!frame) return null;
  const ctx = contextOf(input);
  const given = Object.fromEntries(Object.entries(meeting.scores).filter(([, entry]) => Number.isFinite((entry as ScoreEntry | null)?.points)));
  const { points, total, missing, grade } = totalScore(frame, given, meeting.kind);
  const met = frame.scale === 'met';
  const groups = frame.groups.map((group) => ({ ...group, criteria: group.criteria.filter(({ kinds }) => !kinds || kinds.includes(meeting.kind)) })).filter(({ criteria }) => criteria.length > 0);
  const shown = (id: string, max: number): string => {
    const entry = given[id];
    if (!entry) return '';
    return met ? (entry.points > 0 ? say.met : say.notMet) : decimal(Math.max(0, Math.min(max, entry.points)));
  };
  const row = (at: string, { id, label, max }: { id: string; label: string; max: number }): string[] => [at, phrase(label), met ? '' : decimal(max), shown(id, max), phrase(given[id]?.reason)];
  const rows = groups.flatMap((group, index) => {
    const own = group.criteria;
    // A group of one criterion is that criterion.
    if (own.length === 1 && own[0]) return [row(String(index + 1), own[0])];
    return [[String(index + 1), phrase(group.label), met ? '' : decimal(group.max), '', ''], ...own.map((criterion, at) => row(`${index + 1}.${at + 1}`, criterion))];
  });
  const weakness = sentences(meeting.weakness);
  const complete = missing === 0 && Object.keys(given).length > 0;
  return documentOf({
    head: headOf(input, dayOf(meeting)),
    on: dayOf(meeting),
    title: say.title,
    subject: say.subject(subjectOf(meeting)),
    blocks: [
      text(say.basis(phrase(frame.title), phrase(frame.basis))),
      {
        kind: 'table',
        columns: [{ head: say.at, width: 12, align: 'center' }, { head: say.what, width: 81 }, { head: say.max, width: 18, align: 'center' }, { head: say.given, width: 20, align: 'center' }, { head: say.note, width: 34 }],
        rows,
        ...(met ? {} : { total: ['', say.total, decimal(total), complete ? decimal(points) : '', ''] }),
      },
      text(complete && grade ? say.grade(GRADE[grade]) : say.noGrade),
      ...(weakness.length === 0 ? [] : [text(say.weakness, true), ...weakness.map((line) => text(line))]),
    ],
    left: signer(foot.scorer, ctx.name(meeting.prep.scorerId)),
    right: signer(foot.chair, ctx.name(meeting.chairId)),
  });
}
