export { codeOfAsk, newAsk, type Ask } from './ask';
export { give, type Given, type Giving } from './give';
export { keptAdmissions, takeBackAdmission, type KeptAdmission } from './queue';
export { take, TakeError, type Taken, type TakeReason } from './take';
export { askProblem, ASK_GROUPS, groupAsk, type AskProblem } from '@/crypto/ask-code';
export { SeriesReader, SeriesWriter, type FrameTold } from '@/protocol/series';
