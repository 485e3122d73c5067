/** The real book and the try-out book are two databases, so that neither can leak into the other. */
export const BOOK_NAMES = { real: 'so-chi-bo', trial: 'so-chi-bo-dung-thu' } as const;
/** Which book is open. */
export type BookMode = keyof typeof BOOK_NAMES;
