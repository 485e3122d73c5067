import { CONTRIBUTION_KINDS, type NotebookEntry, type SectionHelp, type Task, type YearEvidence } from '@/domain';
import { formatDate, type Translate } from '@/i18n';

/** The book's help for a section, as lines to be copied by hand; empty where it has nothing. */
export function helpText(help: SectionHelp | undefined, { meetings, contributions, duty, tasks, notes }: YearEvidence, t: Translate): string {
  const list = (key: string, some: readonly Task[]): string[] => (some.length === 0 ? [] : [t(`help.line.${key}`, { list: some.map(({ what, result }) => [what, result].filter(Boolean).join(': ')).join('; ') })]);
  const told = (key: string, text = ''): string[] => (text.trim() === '' ? [] : [t(`help.line.${key}`, { text: text.trim() })]);
  const line = (key: string, note: NotebookEntry, date: string, text: string): string => t(`help.line.${key}`, { date: formatDate(date), text: text || note.text });
  const lines = (): string[] => {
    switch (help) {
      case 'attendance':
        return meetings.held === 0 ? [] : [t('help.line.attendance', { ...meetings, said: CONTRIBUTION_KINDS.reduce((sum, kind) => sum + contributions[kind], 0) })];
      case 'tasks':
        return [...told('duty', duty?.text), ...told('assessed', duty?.self), ...list('done', tasks.done), ...list('late', tasks.late), ...list('open', tasks.open)];
      case 'notes':
        return [...notes.self.map((note) => line('self', note, note.on, note.text)), ...notes.received.map((note) => line('received', note, note.on, note.text))];
      case 'repaired':
        return notes.settled.map((note) => line('settled', note, note.settledOn ?? '', [note.text, note.remedy].filter(Boolean).join('. ')));
      case undefined:
        return [];
    }
  };
  return lines().join('\n');
}
