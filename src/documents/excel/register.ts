import { compareNames, standingOn, statusOn, type CalendarDate, type Member } from '@/domain';
import type { Column, Row, Table, Words } from './table';

/** What may be left out or taken in. */
export interface RegisterOptions {
  readonly cellName: string;
  readonly today: CalendarDate;
  /** The secretary's own remarks on people. */
  readonly withNotes: boolean;
}

/**
 * [XLS-1] The register of members: everybody of the cell by given name, and on a sheet of their own those who have left. What the import
 * knows by the same headings comes back the same.
 */
export function registerTables(members: readonly Member[], { cellName, today, withNotes }: RegisterOptions, t: Words): Table[] {
  const sorted = [...members].sort((a, b) => compareNames(a.name, b.name));
  const left = sorted.filter((member) => statusOn(member, today) === 'left');
  const here = sorted.filter((member) => !left.includes(member));
  const column = (field: string, width: number, kind: Column['kind'] = 'text'): Column => ({ heading: t(`register.column.${field}`), width, kind });
  const columns: Column[] = [
    column('number', 6, 'number'),
    column('name', 28),
    column('sex', 10),
    column('birthDate', 13, 'date'),
    column('joinedOn', 13, 'date'),
    column('officialOn', 13, 'date'),
    column('state', 26),
    column('cardNumber', 14),
    column('position', 16),
    column('job', 28),
    column('phone', 15),
    ...(withNotes ? [column('note', 40)] : []),
  ];
  const row = (member: Member, index: number): Row => {
    const status = statusOn(member, today);
    return {
      cells: [
        index + 1,
        member.name,
        member.sex && t(`members:sex.${member.sex}`),
        member.birthDate,
        member.joinedOn,
        member.officialOn,
        [t(`members:standing.${standingOn(member, today)}`), status === 'active' ? '' : t(`members:status.name.${status}`)].filter(Boolean).join(', '),
        member.cardNumber,
        member.position === 'none' ? null : t(`members:position.${member.position}`),
        member.job,
        member.phone,
        ...(withNotes ? [member.note] : []),
      ],
    };
  };
  const table = (part: 'here' | 'left', people: readonly Member[]): Table => ({
    sheet: t(`register.${part}.sheet`),
    head: null,
    title: t(`register.${part}.title`),
    lines: [t('about', { cell: cellName, date: dayOf(today) })],
    columns,
    rows: people.map(row),
    foot: [],
    frozen: 2,
  });
  return [table('here', here), ...(left.length > 0 ? [table('left', left)] : [])];
}

/** A day as people write it, `dd/MM/yyyy`. */
export const dayOf = (date: CalendarDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
