export * from './activation';
export * from './admission';
export * from './callers';
export * from './escrow';
export * from './joining';
export * from './keyring';
export * from './recovery';
export * from './sign-in';
export { newId, sha256 } from './tokens';
