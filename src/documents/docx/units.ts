/** Millimetres and points in twentieths of a point, the unit of paragraphs and tables. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);
/** See {@link mm}. */
export const pt = (value: number): number => Math.round(value * 20);
/** Points in half-points, the unit of letter sizes. */
export const half = (value: number): number => Math.round(value * 2);
/** Millimetres in the unit of drawings. */
export const emu = (value: number): number => Math.round(value * 36_000);
