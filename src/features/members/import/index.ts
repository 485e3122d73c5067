/** Reading a register of members from a file or a pasted text. Loaded only when somebody imports. */
export { changesOf } from './changes';
export { FIELDS, type Field } from './fields';
export { isBlocked, leftOut, preview, type Action, type PreviewRow } from './preview';
export { readApart } from './read-apart';
export { readFile } from './read-file';
export { readPasted } from './read-pasted';
export { readWorkbook } from './read-sheet';
export { recognise, type Column, type Recognition } from './recognise';
export { cellText, LIMITS, type Cell, type ImportError, type NamedSheet, type Sheet, type Workbook } from './sheet';
export type { ImportValues, Problem, Reason, ValueField } from './values';
export { noteBefore, takeBack, type Written } from './undo';
