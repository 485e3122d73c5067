export { deliver, seen } from './deliver';
export { grades, saidTo } from './look';
export { issue } from './issue';
