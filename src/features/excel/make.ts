import { excelFileName, loadExcel, type ExcelKind } from '@/documents';
import type { Translate } from '@/i18n';
import { frameOf, type Held, type Holdings } from './use-holdings';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a person chose. */
export interface Choice {
  readonly kind: ExcelKind;
  readonly year: number;
  readonly withNotes: boolean;
  readonly withHead: boolean;
}

/** The file that a choice asks for. `t` gives the words of the file, always Vietnamese. @throws when it cannot be made */
export async function makeExcel({ kind, year, withNotes, withHead }: Choice, { today, cell, members, tasks, directory, directives }: Holdings, held: readonly Held[], t: Translate): Promise<File> {
  const excel = await loadExcel();
  const cellName = cell.name;
  const tables = {
    members: () => excel.registerTables(members, { cellName, today, withNotes }, t),
    attendance: () => {
      const [, month, day] = today.split('-');
      const placeAndDay = [cell.placeName, t('day', { day: day ?? '', month: month ?? '', year: today.slice(0, 4) })].filter((part) => part !== '').join(', ');
      const head = withHead ? { superior: cell.superior, cell: cellName, party: t('party'), placeAndDay } : null;
      return [excel.attendanceTable(held.map(({ meeting }) => meeting), { cellName, year, today, head }, t)];
    },
    tasks: () => [
      excel.tasksTable(tasks, { cellName, today, people: new Map(members.map(({ id, name }) => [id, name])), meetings: new Map(directory.map(({ id, date }) => [id, date])) }, t),
    ],
    scores: () => {
      const scored = held.flatMap((one) => {
        const frame = frameOf(one);
        return frame ? [{ meeting: one.meeting, frame, points: one.entry.points, grade: one.entry.grade }] : [];
      });
      return excel.scoreTables(scored, { cellName, year, today, directives }, t);
    },
  }[kind]();
  const perYear = kind === 'attendance' || kind === 'scores';
  return new File([await excel.excelFile(tables)], excelFileName(kind, perYear ? String(year) : today), { type: XLSX });
}
