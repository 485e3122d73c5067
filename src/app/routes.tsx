import { lazy, useState, type ComponentType, type ReactNode } from 'react';
import { loadNamespaces } from '@/i18n';
import { havePacks } from './packs';
import type { PageProps } from './page-props';

/** Places of the bottom bar. */
export type Place = 'today' | 'meetings' | 'members' | 'reports' | 'more';

/** One address, the words it needs, and the page, which loads with them. */
export interface Route {
  readonly path: string;
  readonly place: Place;
  readonly Page: ComponentType<PageProps>;
  /** Loads all that the page needs; also ahead of time. */
  readonly load: () => Promise<unknown>;
  /** Uses the width of a wide screen. */
  readonly wide?: boolean;
}

const page = <M, K extends keyof M>(load: () => Promise<M>, name: K, ...namespaces: string[]): Pick<Route, 'Page' | 'load'> => {
  let loaded: ComponentType<PageProps> | undefined;
  const whole = async (): Promise<{ default: ComponentType<PageProps> }> => {
    const [module] = await Promise.all([load(), loadNamespaces(namespaces), havePacks()]);
    loaded = module[name] as ComponentType<PageProps>;
    return { default: loaded };
  };
  const Later = lazy(whole);
  // What was loaded ahead is drawn at once, without a frame that says "loading". One and the same for as long as it is shown.
  const Page = (props: PageProps): ReactNode => {
    const [Shown] = useState(() => loaded ?? Later);
    return <Shown {...props} />;
  };
  return { Page, load: whole };
};

const meeting = (): Promise<typeof import('@/features/meeting')> => import('@/features/meeting');
const members = (): Promise<typeof import('@/features/members')> => import('@/features/members');

const notebook = (): Promise<typeof import('@/features/notebook')> => import('@/features/notebook');

/** Every address of the open book. Order matters: the first that fits is shown. */
export const routes: readonly Route[] = [
  { path: '/', place: 'today', ...page(() => import('@/features/today'), 'TodayPage', 'today') },
  { path: '/cuoc-hop', place: 'meetings', ...page(meeting, 'MeetingsPage', 'meeting') },
  { path: '/cuoc-hop/moi', place: 'meetings', ...page(meeting, 'MeetingNewPage', 'meeting') },
  { path: '/cuoc-hop/:id/van-ban', place: 'meetings', ...page(() => import('@/features/meeting/documents'), 'DocumentsPage', 'documents', 'meeting') },
  { path: '/cuoc-hop/:id/:stepId?', place: 'meetings', ...page(meeting, 'MeetingPage', 'meeting', 'meetingWork') },
  { path: '/dang-vien', place: 'members', ...page(members, 'MembersPage', 'members', 'life', 'duties') },
  { path: '/dang-vien/nhap', place: 'members', ...page(members, 'MemberImportPage', 'members'), wide: true },
  { path: '/dang-phi', place: 'members', ...page(members, 'DuesPage', 'members') },
  { path: '/phan-cong/:id?', place: 'members', ...page(members, 'DutiesPage', 'members', 'duties') },
  { path: '/qua-trinh/:id', place: 'members', ...page(members, 'LifePage', 'members', 'life') },
  { path: '/dang-vien/:id', place: 'members', ...page(members, 'MemberPage', 'members', 'life', 'duties') },
  { path: '/bao-cao', place: 'reports', ...page(() => import('@/features/reports'), 'ReportsPage', 'reports', 'meeting', 'syncStatus', 'official', 'errors'), wide: true },
  { path: '/bao-cao/lich-su/:what?', place: 'reports', ...page(() => import('@/features/history'), 'HistoryPage', 'history', 'meeting'), wide: true },
  { path: '/them', place: 'more', ...page(() => import('@/features/more'), 'MorePage', 'more') },
  { path: '/tim-kiem', place: 'more', ...page(() => import('@/features/search'), 'SearchPage', 'search', 'meeting', 'papers') },
  { path: '/nhiem-vu', place: 'more', ...page(() => import('@/features/tasks'), 'TasksPage', 'tasks') },
  { path: '/xuat-excel/:what?', place: 'more', ...page(() => import('@/features/excel'), 'ExcelPage', 'excel', 'members', 'meeting') },
  { path: '/ke-hoach-nam/:year?', place: 'more', ...page(() => import('@/features/plan'), 'PlanPage', 'plan', 'meeting') },
  { path: '/van-ban', place: 'more', ...page(() => import('@/features/papers'), 'PapersPage', 'papers') },
  { path: '/so-phe-binh', place: 'more', ...page(notebook, 'NotebookPage', 'notebook') },
  { path: '/so-phe-binh/:id', place: 'more', ...page(notebook, 'PersonNotesPage', 'notebook') },
  { path: '/kiem-diem/:id?', place: 'more', ...page(() => import('@/features/appraisals'), 'AppraisalsPage', 'appraisal', 'today') },
  { path: '/gui-nhan', place: 'more', ...page(() => import('@/features/sync-status'), 'SyncStatusPage', 'syncStatus', 'official', 'errors') },
  { path: '/thiet-bi', place: 'more', ...page(() => import('@/features/devices'), 'DevicesPage', 'devices', 'errors') },
  { path: '/phieu-khoi-phuc', place: 'more', ...page(() => import('@/features/recovery'), 'RecoveryPage', 'recovery', 'errors') },
  { path: '/sao-luu/:way?', place: 'more', ...page(() => import('@/features/backup'), 'BackupPage', 'backup') },
  { path: '/cai-dat', place: 'more', ...page(() => import('@/features/settings'), 'SettingsPage', 'settings', 'rules', 'errors') },
  { path: '/cai-dat/loi-van', place: 'more', ...page(() => import('@/features/settings'), 'WordingPage', 'rules') },
];

/** The pages that an unlocked book opens at, loaded while the passcode is being typed: the front page, then the meeting that it leads to. */
export async function loadFirstPages(): Promise<void> {
  for (const path of ['/', '/cuoc-hop/:id/:stepId?']) await routes.find((route) => route.path === path)?.load();
}
