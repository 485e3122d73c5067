/** Reading a register of members from a file or a pasted text. Loaded only when somebody imports. */
export { changesOf } from './changes';
export { FIELDS, type Field } from './fields';
export { isBlocked, preview, type Action, type PreviewRow } from './preview';
export { readPasted } from './read-pasted';
export { readSheet } from './read-sheet';
export { recognise, type Column, type Recognition } from './recognise';
export { cellText, LIMITS, type Cell, type ImportError, type Sheet } from './sheet';
export type { ImportValues, Problem, Reason, ValueField } from './values';
