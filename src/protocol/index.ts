export * from './code';
export * from './errors';
export * from './keys';
export * from './meeting-record';
export * from './versions';
export * from './wire';
