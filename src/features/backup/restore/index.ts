export { RestorePage, type RestoreOutcome } from './restore-page';
