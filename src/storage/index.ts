export { Book, type Also, type Edit } from './book';
export { BookDatabase, type BatchRow, type FileRow, type ParkedRow, type PieceRow, type Row } from './database';
export { DICTATION } from './dictation';
export { DIRECTORY_KEY, readDirectory, type DirectoryEntry } from './directory';
export { nameError, StorageError, type StorageReason } from './errors';
export { BookContext, useBook, useCollection, useDirectory, useDraft, useFields, useSaver, useSaveState, useWrite, type Draft } from './hooks';
export { BOOK_NAMES, type BookMode } from './names';
export { Saver, type SaveState } from './saver';
// Screens make ids and fingerprints without reaching for the keys.
export { hashJson, newId } from '@/crypto';
export * from './secrets';
export * from './session';
