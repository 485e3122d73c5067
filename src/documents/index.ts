export * from './minutes';
export { minutesFileName } from './share';
