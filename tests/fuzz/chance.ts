/** Chance from a seed: the same seed makes the same requests. */
export interface Chance {
  /** A whole number from 0 up to, but not including, `below`. */
  upTo(below: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return { upTo, oneIn: (times) => upTo(times) === 0, pick: (from) => from[upTo(from.length)] as (typeof from)[number] };
}
