export * from './api';
export * from './batches';
export * from './connection';
export * from './engine';
export * from './meeting-record';
export * from './outbox';
export * from './runner';
export * from './submissions';
