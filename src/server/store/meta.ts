import type { Db } from './database';

/** A value that the first process makes and all processes share. `make` may run in vain: the stored value is returned. */
export async function sharedValue(db: Db, name: string, make: () => string): Promise<string> {
  const find = (): Promise<{ value: string } | undefined> => db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  const known = await find();
  if (known) return known.value;
  await db.insertInto('meta').values({ name, value: make() }).onConflict((conflict) => conflict.column('name').doNothing()).execute();
  return (await find())?.value ?? sharedValue(db, name, make);
}
