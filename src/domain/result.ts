/** What a rule answers when it can fail: a value, or a named reason that the screen puts into words. */
export type Result<T, E extends string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: E };

/** Makes a success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
/** Makes a failure with a named reason. */
export const fail = <E extends string>(reason: E): { ok: false; reason: E } => ({ ok: false, reason });
