import { createContext, useContext, useEffect } from 'react';
import type { View } from './cells';

/** Something loaded, and when (milliseconds). */
export interface Kept {
  readonly value: unknown;
  readonly at: number;
}

/** What the committee's pages share while one session lasts. */
export interface Desk {
  /** What was loaded, by page: shown at once on coming back, and when the line is gone. In memory only. */
  readonly kept: Map<string, Kept>;
  /** The committee that is signed in, once the server has said. */
  readonly me: { readonly id: string; readonly name: string } | null;
  /** The server no longer knows the session. */
  readonly onLost: () => void;
  /** How the list of cells is looked at: kept while a record is read. */
  readonly view: View;
  readonly onView: (view: View) => void;
  /** True once a link was followed: then the new page's heading takes the focus. */
  readonly moved: boolean;
}

/** Where the name of who speaks for the committee is kept for the session: in memory. */
export const GRADER = 'grader';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside the committee pages');
  return desk;
}

/** Moves the focus to the page's heading once it stands, so that a change of page is read out. */
export function useHeadingFocus(standing: boolean): void {
  const { moved } = useDesk();
  useEffect(() => {
    if (standing && moved) document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page begins to stand
  }, [standing]);
}
