/** What an entry of the log costs whoever takes it in, beyond its bytes: it is asked for, opened and merged by itself. In bytes. */
export const ENTRY_WEIGHT = 1024;

/**
 * [SNAP-1] How heavy the log after the newest snapshot gets before the next one is due: twice the snapshot, and this at least. A device
 * then loads at most about three times the state, and what snapshots cost to send up stays below half of what the log costs.
 */
export const SNAPSHOT_AFTER = 500_000;

/** True when the tail of a log is so heavy that a snapshot is due. */
export const isHeavy = (tail: number, newest: { readonly size: number } | undefined, least: number = SNAPSHOT_AFTER): boolean => tail > Math.max(least, 2 * (newest?.size ?? 0));
