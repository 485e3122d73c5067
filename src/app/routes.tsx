import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadNamespaces } from '@/i18n';
import { havePacks } from './packs';
import type { PageProps } from './page-props';

/** Places of the bottom bar. */
export type Place = 'today' | 'meetings' | 'members' | 'reports' | 'more';

/** One address, the words it needs, and the page, which loads with them. */
export interface Route {
  readonly path: string;
  readonly place: Place;
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>;
  /** Uses the width of a wide screen. */
  readonly wide?: boolean;
}

const page = <M, K extends keyof M>(load: () => Promise<M>, name: K, ...namespaces: string[]): Route['Page'] =>
  lazy(async () => {
    const [module] = await Promise.all([load(), loadNamespaces(namespaces), havePacks()]);
    return { default: module[name] as ComponentType<PageProps> };
  });

const meeting = (): Promise<typeof import('@/features/meeting')> => import('@/features/meeting');
const members = (): Promise<typeof import('@/features/members')> => import('@/features/members');

/** Every address of the open book. Order matters: the first that fits is shown. */
export const routes: readonly Route[] = [
  { path: '/', place: 'today', Page: page(() => import('@/features/today'), 'TodayPage', 'today') },
  { path: '/cuoc-hop', place: 'meetings', Page: page(meeting, 'MeetingsPage', 'meeting') },
  { path: '/cuoc-hop/moi', place: 'meetings', Page: page(meeting, 'MeetingNewPage', 'meeting') },
  { path: '/cuoc-hop/:id/:stepId?', place: 'meetings', Page: page(meeting, 'MeetingPage', 'meeting', 'meetingWork') },
  { path: '/dang-vien', place: 'members', Page: page(members, 'MembersPage', 'members') },
  { path: '/dang-vien/nhap', place: 'members', Page: page(members, 'MemberImportPage', 'members'), wide: true },
  { path: '/dang-vien/:id', place: 'members', Page: page(members, 'MemberPage', 'members') },
  { path: '/bao-cao', place: 'reports', Page: page(() => import('@/features/reports'), 'ReportsPage', 'reports', 'meeting', 'syncStatus', 'errors'), wide: true },
  { path: '/them', place: 'more', Page: page(() => import('@/features/more'), 'MorePage', 'more') },
  { path: '/nhiem-vu', place: 'more', Page: page(() => import('@/features/tasks'), 'TasksPage', 'tasks') },
  { path: '/gui-nhan', place: 'more', Page: page(() => import('@/features/sync-status'), 'SyncStatusPage', 'syncStatus', 'errors') },
  { path: '/thiet-bi', place: 'more', Page: page(() => import('@/features/devices'), 'DevicesPage', 'devices', 'errors') },
  { path: '/cai-dat', place: 'more', Page: page(() => import('@/features/settings'), 'SettingsPage', 'settings', 'errors') },
];
