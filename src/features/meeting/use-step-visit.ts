import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { nowInstant } from './clock';
import type { MeetingContext } from './meeting-context';

/** Writes down that a step was opened: for the time of each step, and to come back to. */
export function useStepVisit({ meeting, fields, locked, set }: MeetingContext, stepId: string): void {
  const { state } = meeting;
  const last = meeting.visits.at(-1)?.stepId;
  const known = fields['stepId'];
  useEffect(() => {
    if (locked || state === 'cancelled') return;
    const values = {
      ...(state === 'open' && last !== stepId && { [`visit/${nowInstant()}`]: stepId }),
      ...(known !== stepId && { stepId }),
    };
    if (Object.keys(values).length > 0) void set(values);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each opening of a step: another device's visit must not be answered
  }, [stepId, state === 'open']);
}

const placeOf = (meetingId: string, stepId: string): string => `so-chi-bo.scroll.${meetingId}.${stepId}`;

/** On a change of step the focus goes to its heading, and the page to where it was left. */
export function useStepPlace(heading: RefObject<HTMLHeadingElement>, meetingId: string, stepId: string, opened: boolean): void {
  const y = useRef(0);
  useLayoutEffect(() => {
    const place = placeOf(meetingId, stepId);
    const saved = Number(sessionStorage.getItem(place) ?? 0);
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, saved);
    y.current = saved;
    // Blocks that load on their own make the page tall enough only a little later.
    const late = saved > 0 ? setTimeout(() => window.scrollY < saved && window.scrollTo(0, saved), 150) : undefined;
    const follow = (): void => {
      y.current = window.scrollY;
    };
    const keep = (): void => sessionStorage.setItem(place, String(Math.round(y.current)));
    window.addEventListener('scroll', follow, { passive: true });
    document.addEventListener('visibilitychange', keep);
    return () => {
      clearTimeout(late);
      keep();
      window.removeEventListener('scroll', follow);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [heading, meetingId, stepId]);
  // Opening the meeting takes the button away that had the focus, and the list above it: the step begins at its top.
  const was = useRef(opened);
  useLayoutEffect(() => {
    if (opened && !was.current) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    was.current = opened;
  }, [heading, opened]);
}
