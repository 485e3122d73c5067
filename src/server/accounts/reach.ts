import { PERMISSIONS, type Grant, type Permission } from '@/protocol';

/** Cells: all of the committee, those of later too, or these. */
export type Cells = 'whole' | ReadonlySet<string>;

/** [GRANT-2] Over which cells a person has each permission. */
export type Reach = Readonly<Record<Permission, Cells>>;

/** The cells of a grant. */
export const cellsOfGrant = (grant: Grant): Cells => (grant.over === 'whole' ? 'whole' : new Set(grant.cells));

/** [GRANT-2] What several grants give together. */
export function reachOf(grants: readonly Grant[]): Reach {
  const over = (permission: Permission): Cells => {
    const parts = grants.filter(({ may }) => may.includes(permission)).map(cellsOfGrant);
    return parts.includes('whole') ? 'whole' : new Set(parts.flatMap((cells) => (cells === 'whole' ? [] : [...cells])));
  };
  return Object.fromEntries(PERMISSIONS.map((permission) => [permission, over(permission)])) as Record<Permission, Cells>;
}

/** Whether a cell is among them. */
export const isAmong = (cells: Cells, cell: string): boolean => cells === 'whole' || cells.has(cell);

/** How far that is, in a word. */
export const extentOf = (cells: Cells): 'whole' | 'part' | 'none' => (cells === 'whole' ? 'whole' : cells.size > 0 ? 'part' : 'none');
