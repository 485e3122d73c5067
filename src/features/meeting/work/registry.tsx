import type { Block } from '@/domain';
import { ConclusionBlock } from '../blocks/conclusion';
import { ContributionsBlock } from '../blocks/contributions';
import { ProposalsBlock } from '../blocks/proposals';
import { TasksBlock } from '../blocks/tasks';
import { VotesBlock } from '../blocks/votes';
import type { BlockComponent } from '../meeting-context';

/** The blocks in which the meeting's work is written down. */
export const workBlocks: Partial<Record<Block, BlockComponent>> = {
  contributions: ContributionsBlock,
  votes: VotesBlock,
  proposals: ProposalsBlock,
  tasks: TasksBlock,
  conclusion: ConclusionBlock,
};
