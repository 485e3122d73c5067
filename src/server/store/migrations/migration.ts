import type { Tx } from '../database';
import type { Engine } from '../engine';

/** A numbered step of the tables' history. Once released it is never edited: the next change is the next number. */
export type Migration = (tx: Tx, engine: Engine) => Promise<void>;
