import { lazy } from 'react';
import { loadNamespaces } from '@/i18n';
import type { MeetingContext } from '../../meeting-context';

const Door = lazy(async () => (await Promise.all([import('./door'), loadNamespaces(['cards', 'scan'])]))[0]);

/** The button that opens the door, with its words. Not part of what a meeting needs: it comes when the roll is on the screen. */
export default function DoorWithWords(props: { ctx: MeetingContext }) {
  return <Door {...props} />;
}
