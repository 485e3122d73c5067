export { CommitteeMetBlock, DocumentsSentBlock, NoticeBlock } from './dates';
export { PreparerBlock, RosterCheckBlock, ScorerBlock } from './people';
export { ReadinessCard } from './readiness-card';
export { TaskReviewBlock } from './task-review';
