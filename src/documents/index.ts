export * from './minutes';
export { EXCEL_KINDS, excelFileName, minutesFileName, type ExcelKind } from './share';

/** The maker of Word files. Loaded when one is asked for: it is heavy, and a meeting runs without it. */
export const loadDocx = (): Promise<typeof import('./docx')> => import('./docx');

/** The maker of Excel files, likewise. */
export const loadExcel = (): Promise<typeof import('./excel')> => import('./excel');
