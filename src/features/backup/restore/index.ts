export type { RestoreOutcome } from './passcode-step';
export { RestorePage } from './restore-page';
