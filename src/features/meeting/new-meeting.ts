import { isRegular, type CalendarDate } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** The day on which chi ủy met for this meeting of the cell: its last meeting that was held up to that day and since the cell's last regular one. */
export function committeeMetOn(directory: readonly DirectoryEntry[], { id, date }: { readonly id: string; readonly date: CalendarDate }): CalendarDate | undefined {
  const held = directory.filter((entry) => entry.id !== id && entry.date <= date && (entry.state === 'ended' || entry.state === 'closed'));
  const before = held.find((entry) => isRegular(entry.kind) && entry.date < date)?.date ?? '';
  return held.find((entry) => entry.kind === 'cellCommittee' && entry.date > before)?.date;
}
