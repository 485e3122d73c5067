import type { Block } from '@/domain';
import type { BlockComponent } from '../meeting-context';

/** The blocks in which the meeting's work is written down. */
export const workBlocks: Partial<Record<Block, BlockComponent>> = {};
