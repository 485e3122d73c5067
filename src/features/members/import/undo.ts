import type { Change, Fields, Json, RecordKey } from '@/domain';

/** What an import wrote into one record: each field's value, and what stood there before (null: nothing). */
export interface Written {
  readonly key: RecordKey;
  readonly isNew: boolean;
  readonly fields: Readonly<Record<string, { readonly value: Json; readonly before: Json }>>;
}

/** Notes what changes are about to replace. `read` gives the record as it stands. */
export async function noteBefore(changes: readonly Change[], read: (key: RecordKey) => Promise<Fields>): Promise<Written[]> {
  const byKey = new Map<RecordKey, Change[]>();
  for (const change of changes) byKey.set(change.key, [...(byKey.get(change.key) ?? []), change]);
  return Promise.all(
    [...byKey].map(async ([key, own]) => {
      const before = await read(key);
      return { key, isNew: Object.keys(before).length === 0, fields: Object.fromEntries(own.map(({ field, value }) => [field, { value, before: before[field] ?? null }])) };
    }),
  );
}

/**
 * [IMP-25] The changes that take an import back. What somebody has written since stays: a field that is no longer what the import made it, and
 * a new member of whom anything has been changed, whole.
 * @returns the changes, and how many new members are kept for that reason
 */
export async function takeBack(written: readonly Written[], read: (key: RecordKey) => Promise<Fields>): Promise<{ changes: Change[]; kept: number }> {
  let kept = 0;
  const changes = await Promise.all(
    written.map(async ({ key, isNew, fields }) => {
      const now = await read(key);
      const same = (field: string): boolean => JSON.stringify(now[field] ?? null) === JSON.stringify(fields[field]?.value ?? null);
      if (Object.keys(now).length === 0) return [];
      if (isNew && ![...Object.keys(now), ...Object.keys(fields)].every(same)) {
        kept += 1;
        return [];
      }
      return Object.entries(fields).flatMap(([field, { before }]): Change[] => (same(field) ? [{ key, field, value: before }] : []));
    }),
  );
  return { changes: changes.flat(), kept };
}
