import type { Block } from '@/domain';
import { ConclusionBlock } from '../blocks/conclusion';
import { ContributionsBlock } from '../blocks/contributions';
import { ProposalsBlock } from '../blocks/proposals';
import { ReviewNotesBlock } from '../blocks/review-notes';
import { TasksBlock } from '../blocks/tasks';
import { VotesBlock } from '../blocks/votes';
import type { BlockComponent } from '../meeting-context';
import { later } from './later';
import './work.css';

/** The blocks in which the meeting's work is written down. What only the end of a meeting needs loads then. */
export const workBlocks: Partial<Record<Block, BlockComponent>> = {
  contributions: ContributionsBlock,
  votes: VotesBlock,
  proposals: ProposalsBlock,
  tasks: TasksBlock,
  conclusion: ConclusionBlock,
  reviewNotes: ReviewNotesBlock,
  score: later(() => import('../blocks/score'), 'ScoreBlock'),
  readBack: later(() => import('../blocks/read-back'), 'ReadBackBlock'),
  minutes: later(() => import('../blocks/minutes'), 'MinutesBlock'),
  sign: later(() => import('../blocks/sign'), 'SignBlock', 'errors'),
  post: later(() => import('../blocks/post'), 'PostBlock', 'documents'),
  submit: later(() => import('../blocks/submit'), 'SubmitBlock', 'errors'),
};
