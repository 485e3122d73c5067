export { deliver, seen } from './deliver';
export { guidance, guide } from './guide';
export { grades, saidTo } from './look';
export { issue } from './issue';
