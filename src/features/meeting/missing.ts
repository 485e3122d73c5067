import type { Block, Meeting, Step } from '@/domain';

const blank = (text: string): boolean => text.trim() === '';

/** What a block still wants before its step says everything; true when it wants something. */
const wants: Partial<Record<Block, (meeting: Meeting, step: Step) => boolean>> = {
  reason: ({ reason }) => blank(reason),
  theme: ({ theme }) => blank(theme.title),
  draftApproved: ({ prep }) => prep.draftApprovedOn === null,
  committeeMet: ({ prep }) => prep.committeeMetOn === null,
  preparer: ({ prep }) => prep.preparerId === null,
  notice: ({ prep }) => prep.noticeSentOn === null,
  documentsSent: ({ prep }) => prep.documentsSentOn === null,
  scorer: ({ prep }) => prep.scorerId === null,
  rosterCheck: ({ prep }) => prep.rosterCheckedOn === null,
  chair: ({ chairId }) => chairId === null,
  clerk: ({ clerkId }) => clerkId === null,
  dues: ({ dues }) => dues === null,
  agenda: ({ agenda }) => blank(agenda),
  documents: ({ documents }) => documents.length === 0,
  note: ({ steps, documents }, { id, blocks }) =>
    blank(steps[id]?.note ?? '') && !(blocks.includes('documents') && documents.length > 0) && !blocks.includes('contributions') && !blocks.includes('proposals'),
  contributions: ({ contributions }, { id }) => !contributions.some((one) => one.stepId === id),
  votes: ({ votes }, { id }) => !votes.some((vote) => vote.stepId === id),
  conclusion: ({ conclusion }) => blank(conclusion),
  score: ({ scores }) => Object.keys(scores).length === 0,
  readBack: ({ readBack }) => readBack === null,
  sign: ({ signatures }) => signatures.chair === null || signatures.clerk === null,
  post: ({ postedOn }) => postedOn === null,
};

/** The blocks of a step that still want something. Only a hint: the person in the room knows better. */
export const missingIn = (meeting: Meeting, step: Step): Block[] => step.blocks.filter((block) => wants[block]?.(meeting, step) ?? false);
