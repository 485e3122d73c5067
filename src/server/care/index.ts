export { backup } from './backup';
export { CareError } from './care-error';
export { restore } from './restore';
export { tidy, tidyDaily } from './tidy';
export { verifyStore, type Findings } from './verify';
export { verify } from './verify-file';
