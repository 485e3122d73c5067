import { dateInVietnam, type CalendarDate, type Instant } from '@/domain';

/** The moment, as records keep it. */
export const nowInstant = (): Instant => new Date().toISOString();
/** Today's date in the cell. */
export const today = (): CalendarDate => dateInVietnam(nowInstant());
