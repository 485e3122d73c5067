import { givenOn, isOverdue, type CalendarDate, type Task } from '@/domain';
import { dayOf } from './register';
import type { Column, Table, Words } from './table';

/** What the list of tasks needs beside them. */
export interface TasksOptions {
  readonly cellName: string;
  readonly today: CalendarDate;
  /** Names of members by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Days of meetings by id. */
  readonly meetings: ReadonlyMap<string, CalendarDate>;
}

const ORDER: Record<Task['state'], number> = { open: 0, done: 1, dropped: 2 };
const key = (task: Task): string => `${ORDER[task.state]}${task.due ?? '9999'}${task.createdAt}`;

/** [XLS-3] All tasks: open ones first, by the day they are due, with who, since when, and what came of them. */
export function tasksTable(tasks: readonly Task[], { cellName, today, people, meetings }: TasksOptions, t: Words): Table {
  const column = (field: string, width: number, kind: Column['kind'] = 'text'): Column => ({ heading: t(`tasks.column.${field}`), width, kind });
  return {
    sheet: t('tasks.sheet'),
    head: null,
    title: t('tasks.title'),
    lines: [t('about', { cell: cellName, date: dayOf(today) })],
    columns: [column('number', 6, 'number'), column('what', 48), column('who', 26), column('given', 13, 'date'), column('due', 13, 'date'), column('state', 16), column('doneOn', 13, 'date'), column('result', 40)],
    rows: [...tasks]
      .filter((task) => task.what !== '')
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map((task, index) => ({
        cells: [
          index + 1,
          task.what,
          task.assigneeId && (people.get(task.assigneeId) ?? null),
          (task.meetingId && meetings.get(task.meetingId)) || (givenOn(task) || null),
          task.due,
          t(`tasks.state.${isOverdue(task, today) ? 'overdue' : task.state}`),
          task.doneOn,
          task.result || null,
        ],
      })),
    foot: [],
    frozen: 2,
  };
}
