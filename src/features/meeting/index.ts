import { lazy } from 'react';

export { MeetingPage } from './meeting-page';
/** Neither is needed to take up a meeting again: they load on their own. */
export const MeetingsPage = lazy(() => import('./meetings-page'));
export const MeetingNewPage = lazy(() => import('./meeting-new-page'));
