export { Resolutions } from './enter';
export { ResolutionReview } from './review';
export { TaskBasis } from './task-basis';
