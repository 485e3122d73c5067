import type { Tx } from './database';

/** A value that the first process makes and all processes share. `make` may run in vain: the stored value is returned. */
export async function sharedValue(tx: Tx, name: string, make: () => string): Promise<string> {
  await tx.insertInto('meta').values({ name, value: make() }).onConflict((conflict) => conflict.column('name').doNothing()).execute();
  return (await tx.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
}
