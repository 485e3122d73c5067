import { createElement, lazy } from 'react';

export { MeetingPage } from './meeting-page';

// Neither of these is needed to take up a meeting again: they load on their own. Wrapped, for a lazy page may not itself be lazy.
const LazyList = lazy(() => import('./meetings-page'));
const LazyNew = lazy(() => import('./meeting-new-page'));

/** All meetings. */
export const MeetingsPage = (_props: object) => createElement(LazyList);
/** A new meeting. */
export const MeetingNewPage = (_props: object) => createElement(LazyNew);
