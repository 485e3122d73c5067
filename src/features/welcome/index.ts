export { WelcomePage } from './welcome-page';
export type { CreateChoice, CreateOutcome } from './types';
