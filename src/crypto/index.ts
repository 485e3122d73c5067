export * from './bytes';
export * from './cell-key';
export * from './device-key';
export * from './envelope';
export * from './hash';
export * from './kdf';
export * from './receipt';
