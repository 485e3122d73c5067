export * from './minutes';
export type { PartyDocument } from './form';
export type { DocumentKind, KindChoice, KindInput } from './kinds';
export { allWords, mayLeave, type Leaving, type Verdict } from './guard';
export { outwardMinutes } from './outward';
export { question, refusal } from './guard-words';
export { canShareFile, saveFile, shareFile, shareText, type Shared } from './hand-out';
export { makeDocumentFile, openToPrint, FILE_FORMATS, type FileFormat } from './make-file';
export { calendarFileName, documentFileName, EXCEL_KINDS, excelFileName, minutesFileName, reviewFileName, type ExcelKind, yearPlanFileName } from './share';

/** The maker of Word files. Loaded when one is asked for: it is heavy, and a meeting runs without it. */
export const loadDocx = (): Promise<typeof import('./docx')> => import('./docx');

/** The maker of Excel files, likewise. */
export const loadExcel = (): Promise<typeof import('./excel')> => import('./excel');

/** The maker of PDF files, heavier still. */
export const loadPdf = (): Promise<typeof import('./pdf')> => import('./pdf');

/** What composes documents from records, with their words. */
export const loadKinds = (): Promise<typeof import('./kinds')> => import('./kinds');
