export { overview, view } from './overview';
export { submit } from './submit';
