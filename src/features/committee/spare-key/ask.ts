import { call, type Answer } from '../calls';

/** The part of the client that opens and seals, loaded with these pages alone. */
export type Vault = typeof import('@/sync/committee-escrow');

/** Asks it. Never throws: a failure has a name. */
export const ask = <T>(work: (vault: Vault) => Promise<T>): Promise<Answer<T>> => call(async () => work(await import('@/sync/committee-escrow')));
