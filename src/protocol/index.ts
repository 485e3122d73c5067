export * from './code';
export * from './errors';
export * from './escrow';
export * from './keys';
export * from './meeting-record';
export { Base64, Id } from './parts';
export * from './snapshots';
export * from './versions';
export * from './wire';
