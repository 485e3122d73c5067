export * from './minutes';
export { minutesFileName } from './share';

/** The maker of Word files. Loaded when one is asked for: it is heavy, and a meeting runs without it. */
export const loadDocx = (): Promise<typeof import('./docx')> => import('./docx');
