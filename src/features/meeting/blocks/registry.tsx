import { lazy } from 'react';
import type { Block } from '@/domain';
import { AttendanceBlock } from '../attendance/attendance-block';
import type { BlockComponent } from '../meeting-context';
import { workBlocks } from '../work/registry';
import { DocumentsBlock, GuestsBlock } from './entries';
import { ChairBlock, ClerkBlock } from './people';
import { SayBlock } from './say';
import { AgendaBlock, DuesBlock, NoteBlock } from './texts';

type Prep = typeof import('../prep');
/** What is needed before the room is full loads on its own. */
const prep = (pick: (module: Prep) => BlockComponent): BlockComponent => lazy(async () => ({ default: pick(await import('../prep')) }));

type Kinds = typeof import('../prep/kinds');
/** What only other kinds of meeting than the regular one ask for. */
const kinds = (pick: (module: Kinds) => BlockComponent): BlockComponent => lazy(async () => ({ default: pick(await import('../prep/kinds')) }));

/** The readiness list with the button that opens the meeting. */
export const Readiness = prep((module) => module.ReadinessCard);

/** What stands for each block of a step. The work's blocks are registered in `../work/registry`. */
export const blocks: Partial<Record<Block, BlockComponent>> = {
  say: SayBlock,
  chair: ChairBlock,
  clerk: ClerkBlock,
  guests: GuestsBlock,
  attendance: AttendanceBlock,
  dues: DuesBlock,
  agenda: AgendaBlock,
  documents: DocumentsBlock,
  note: NoteBlock,
  reason: kinds((module) => module.ReasonBlock),
  theme: kinds((module) => module.ThemeBlock),
  draftApproved: kinds((module) => module.DraftApprovedBlock),
  committeeMet: prep((module) => module.CommitteeMetBlock),
  preparer: prep((module) => module.PreparerBlock),
  notice: prep((module) => module.NoticeBlock),
  documentsSent: prep((module) => module.DocumentsSentBlock),
  scorer: prep((module) => module.ScorerBlock),
  rosterCheck: prep((module) => module.RosterCheckBlock),
  taskReview: prep((module) => module.TaskReviewBlock),
  ...workBlocks,
};
