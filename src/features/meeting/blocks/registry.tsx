import type { Block } from '@/domain';
import type { BlockComponent } from '../meeting-context';
import { workBlocks } from '../work/registry';

/** What stands for each block of a step. The work's blocks are registered in `../work/registry`. */
export const blocks: Partial<Record<Block, BlockComponent>> = {
  ...workBlocks,
};
