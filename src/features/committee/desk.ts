import { createContext, useContext, useEffect } from 'react';
import type { MeAnswer } from '@/sync/committee';
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
  /** The person, and what they may do; null until the server has said. */
  readonly who: MeAnswer | null;
  /** Asks the server anew who is signed in. */
  readonly onChanged: () => void;
  /** The server no longer knows the session. */
  readonly onLost: () => void;
  /** How the list of cells is looked at: kept while a record is read. */
  readonly view: View;
  readonly onView: (view: View) => void;
  /** True once a link was followed: then the new page's heading takes the focus. */
  readonly moved: boolean;
}

export const DeskContext = createContext<Desk | null>(null);

/** Whether the person has a permission, over some cells at least. Before the server has said, nothing is held back: it refuses by itself. */
export function useMay(permission: keyof MeAnswer['may']): boolean {
  const who = useContext(DeskContext)?.who ?? null;
  return who === null || who.may[permission] !== 'none';
}

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
