export { composeReport, finalReport, mergeReport, reportDifferences } from './compose';
export { reportFileName, reportForm, reportMark } from './form';
export { TYPED_COLUMNS, typedKey, type TypedColumn } from './grids';
export { whenText } from './sentences';
export type { ComposedReport, ReportInput } from './types';
