import { lazy, useState, type ComponentType, type ReactNode } from 'react';
import { component } from './component';
import { havePacks } from './packs';
import type { PageProps } from './page-props';
import type { PageName } from './pages';

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

const page = (get: () => Promise<ComponentType<PageProps>>): Pick<Route, 'Page' | 'load'> => {
  let loaded: ComponentType<PageProps> | undefined;
  const whole = async (): Promise<{ default: ComponentType<PageProps> }> => {
    [loaded] = await Promise.all([get(), havePacks()]);
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

/** A page that a meeting runs without: what it consists of is not even named here. */
const later = (name: PageName): Pick<Route, 'Page' | 'load'> => page(async () => (await import('./pages')).pages[name]());

const meeting = (): Promise<typeof import('@/features/meeting')> => import('@/features/meeting');

/** Every address of the open book. Order matters: the first that fits is shown. */
export const routes: readonly Route[] = [
  { path: '/', place: 'today', ...page(component(() => import('@/features/today'), 'TodayPage', 'today')) },
  { path: '/cuoc-hop', place: 'meetings', ...page(component(meeting, 'MeetingsPage', 'meeting')) },
  { path: '/cuoc-hop/moi', place: 'meetings', ...page(component(meeting, 'MeetingNewPage', 'meeting')) },
  { path: '/cuoc-hop/:id/van-ban', place: 'meetings', ...later('DocumentsPage') },
  { path: '/cuoc-hop/:id/:stepId?', place: 'meetings', ...page(component(meeting, 'MeetingPage', 'meeting', 'meetingWork')) },
  { path: '/dang-vien', place: 'members', ...later('MembersPage') },
  { path: '/dang-vien/nhap', place: 'members', ...later('MemberImportPage'), wide: true },
  { path: '/dang-vien/the-qr', place: 'members', ...later('CardsPage') },
  { path: '/dang-phi', place: 'members', ...later('DuesPage') },
  { path: '/phan-cong/:id?', place: 'members', ...later('DutiesPage') },
  { path: '/qua-trinh/:id', place: 'members', ...later('LifePage') },
  { path: '/dang-vien/:id', place: 'members', ...later('MemberPage') },
  { path: '/bao-cao', place: 'reports', ...later('ReportsPage'), wide: true },
  { path: '/bao-cao/lich-su/:what?', place: 'reports', ...later('HistoryPage'), wide: true },
  { path: '/bao-cao/:ky', place: 'reports', ...later('ReportPage') },
  { path: '/them', place: 'more', ...later('MorePage') },
  { path: '/tim-kiem', place: 'more', ...later('SearchPage') },
  { path: '/nhiem-vu', place: 'more', ...later('TasksPage') },
  { path: '/xuat-excel/:what?/:year?', place: 'more', ...later('ExcelPage') },
  { path: '/ke-hoach-nam/:year?', place: 'more', ...later('PlanPage') },
  { path: '/van-ban', place: 'more', ...later('PapersPage') },
  { path: '/tai-lieu-mat', place: 'more', ...later('SecretsPage') },
  { path: '/so-phe-binh', place: 'more', ...later('NotebookPage') },
  { path: '/so-phe-binh/:id', place: 'more', ...later('PersonNotesPage') },
  { path: '/kiem-diem/:id?', place: 'more', ...later('AppraisalsPage') },
  { path: '/kiem-tra', place: 'more', ...later('ProofPage') },
  { path: '/ai-da-xem', place: 'more', ...later('CellActsPage') },
  { path: '/gui-nhan', place: 'more', ...later('SyncStatusPage') },
  { path: '/thiet-bi', place: 'more', ...later('DevicesPage') },
  { path: '/phieu-khoi-phuc', place: 'more', ...later('RecoveryPage') },
  { path: '/sao-luu/:way?', place: 'more', ...later('BackupPage') },
  { path: '/cai-dat', place: 'more', ...later('SettingsPage') },
  { path: '/cai-dat/loi-van', place: 'more', ...later('WordingPage') },
];

/** The pages that an unlocked book opens at, loaded while the passcode is being typed: the front page, then the meeting that it leads to. */
export async function loadFirstPages(): Promise<void> {
  for (const path of ['/', '/cuoc-hop/:id/:stepId?']) await routes.find((route) => route.path === path)?.load();
}
