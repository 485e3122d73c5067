import { findStep } from '@/domain';
import { formatDate, type Translate } from '@/i18n';
import type { MeetingContext } from '../meeting-context';
import type { MeetingTasks } from './use-tasks';

/** Lines that the records give for a conclusion: what the chair answered, and what was given to do. Restricted steps give none. */
export function suggestedLines(ctx: MeetingContext, { given }: MeetingTasks, t: Translate): string[] {
  const answered = ctx.meeting.contributions
    .filter((one) => one.outcome !== null && one.text.trim() !== '' && findStep(ctx.procedure, one.stepId)?.step.sensitivity !== 'restricted')
    .map((one) => {
      const text = one.text.trim().replace(/[.;]+$/, '');
      const answer = one.answer.trim();
      return t(`conclusion.lines.${one.outcome}`, { name: ctx.nameOf(one.memberId), text: answer === '' ? text : `${text} (${answer.replace(/[.;]+$/, '')})` });
    });
  const tasks = given
    .filter((task) => task.what.trim() !== '')
    .map((task) => {
      const who = ctx.nameOf(task.assigneeId);
      const what = task.what.trim().replace(/[.;]+$/, '');
      const line = who === '' ? what : t('conclusion.lines.task', { name: who, what });
      return `${line}${task.due ? t('conclusion.lines.due', { date: formatDate(task.due) }) : ''}.`;
    });
  return [...answered, ...tasks].map((line) => `- ${line}`);
}

/** Adds the lines that are not there yet, at the end: nothing typed is touched. */
export function withSuggestions(text: string, lines: readonly string[]): string {
  const there = new Set(text.split('\n').map((line) => line.trim()));
  const fresh = lines.filter((line) => !there.has(line));
  return [text.replace(/\s+$/, ''), ...fresh].filter((part) => part !== '').join('\n');
}
