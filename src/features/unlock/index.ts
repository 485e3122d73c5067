export { UnlockPage, type UnlockPageProps } from './unlock-page';
export type { UnlockState } from './use-unlock';
