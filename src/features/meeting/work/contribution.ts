import type { Contribution, ContributionKind, Json, Step } from '@/domain';

/** The part of a contribution that is written with one tap; its text follows letter by letter. */
export type ContributionHead = Pick<Contribution, 'id' | 'memberId' | 'kind' | 'at' | 'stepId'>;

/** The fields that hold a contribution's head. */
export const headFields = ({ id, memberId, kind, at, stepId }: ContributionHead): Record<string, Json> => ({ [`con/${id}`]: { memberId, kind, at, stepId } });

/** The fields that take a contribution out again. */
export const noContribution = (id: string): Record<string, Json> =>
  Object.fromEntries(['', '/text', '/outcome', '/answer'].map((part) => [`con/${id}${part}`, null]));

/** What most of what is said at a step is. */
export const usualKind = (step: Step): ContributionKind => (step.sensitivity === 'restricted' ? 'criticism' : 'opinion');
