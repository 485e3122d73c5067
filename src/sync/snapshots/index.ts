export { loadOffered, type Loaded } from './load';
export { makeSnapshot, makeWhenDue } from './make';
