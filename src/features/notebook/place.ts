import { useSearch } from 'wouter';

/** The meeting's step from which the notebook was opened. */
export interface FromMeeting {
  readonly meetingId: string;
  /** Back to the step. */
  readonly href: string;
  /** Kept in the addresses of the notebook's own pages; ids only, which name nobody. */
  readonly search: string;
}

/** Reads it from the address: only a step of a meeting may be gone back to, and nothing else that an address could name. */
export function useFromMeeting(): FromMeeting | null {
  const search = useSearch();
  const [, meetingId, stepId] = /^hop=([a-z0-9-]{1,64})\/([a-z0-9-]{1,40})$/.exec(search) ?? [];
  return meetingId && stepId ? { meetingId, href: `/cuoc-hop/${meetingId}/${stepId}`, search: `?${search}` } : null;
}
