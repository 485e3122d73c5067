export { assembleMinutes } from './assemble';
export { finalMinutes, mergeMinutes, minutesContent } from './merge';
export type { Audience, FinalMinutes, MergedMinutes, MergedSection, MinutesDraft, MinutesInput, MinutesPart, MinutesSection, MinutesSlot } from './types';
