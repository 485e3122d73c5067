import { useCallback, useMemo, useState } from 'react';
import { atDoor, cardHolders, comesIn, countAtDoor, readCardText, type DoorAnswer, type DoorCount, type DoorMark, type Json, type RosterEntry } from '@/domain';
import { formatTime } from '@/i18n';
import { useCollection } from '@/storage';
import { qrKind, type QrKind } from '@/sync/qr-kind';
import { nowInstant } from '../../clock';
import type { MeetingContext } from '../../meeting-context';
import { give, setSound, signalOf, soundIsOn } from './signal';

/** What is on the screen: the answer to the last card, a thing that is no card, or a mark taken back. */
export type Shown = DoorAnswer | { readonly say: 'foreign'; readonly kind: QrKind } | { readonly say: 'undone'; readonly name: string };

/** The door of one meeting. */
export interface Door {
  readonly count: DoorCount;
  /** The cell has made cards. */
  readonly hasCards: boolean;
  readonly shown: Shown | null;
  /** Grows with every answer: the same words twice are two answers. */
  readonly round: number;
  readonly sound: boolean;
  readonly onSound: (on: boolean) => void;
  readonly onText: (text: string) => void;
  readonly onHand: (entry: RosterEntry) => void;
  /** The other thing that the last mark may be: late, or there all along. */
  readonly onOther: (mark: DoorMark) => void;
  readonly onUndo: (mark: DoorMark) => void;
}

/** Takes what the camera reads and what is tapped, writes the marks, and keeps what to show. Null until the cards are known. */
export function useDoor({ roster, meeting, set }: MeetingContext): Door | null {
  const records = useCollection('member');
  const holders = useMemo(() => records && cardHolders(records), [records]);
  const [{ shown, round }, setState] = useState<{ shown: Shown | null; round: number }>({ shown: null, round: 0 });
  const [sound, switchSound] = useState(soundIsOn);
  const count = useMemo(() => countAtDoor(roster, meeting.marks), [roster, meeting.marks]);
  const put = useCallback((id: string, mark: unknown) => void set({ [`att/${id}`]: mark as Json }), [set]);
  if (!holders) return null;
  const show = (next: Shown): void => setState((old) => ({ shown: next, round: old.round + 1 }));
  const answer = (next: Shown): void => {
    if (next.say === 'marked') put(next.entry.id, next.mark);
    if (next.say !== 'undone') give(signalOf(next.say), sound);
    show(next);
  };
  const now = () => ({ roster, marks: meeting.marks, open: meeting.state === 'open', time: formatTime(nowInstant()) });
  return {
    count,
    hasCards: holders.size > 0,
    shown,
    round,
    sound,
    onSound: (on) => {
      switchSound(on);
      setSound(on);
    },
    onText: (text) => {
      const card = readCardText(text);
      answer(card === null || card === 'newer' ? { say: 'foreign', kind: qrKind(text) } : atDoor(card.id, holders, now()));
    },
    onHand: (entry) => answer(comesIn(entry, now())),
    onOther: (mark) => {
      if (!mark.other) return;
      put(mark.entry.id, mark.other);
      show({ ...mark, mark: mark.other, other: mark.mark });
    },
    onUndo: ({ entry, before }) => {
      put(entry.id, before);
      show({ say: 'undone', name: entry.name });
    },
  };
}
