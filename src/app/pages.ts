import type { ComponentType } from 'react';
import { fillSlot, type SlotParts } from '@/ui';
import { component } from './component';

const members = (): Promise<typeof import('@/features/members')> => import('@/features/members');
const notebook = (): Promise<typeof import('@/features/notebook')> => import('@/features/notebook');
const attachments = (): Promise<typeof import('@/features/attachments')> => import('@/features/attachments');

// Files are attached on screens of several tasks, all of them beside the meeting path: what stands there is said with the first of those.
fillSlot('attachments', component(attachments, 'Attachments', 'files') as unknown as () => Promise<ComponentType<SlotParts['attachments']>>);

/** The pages beside the meeting path, by name, with the words each needs. Loads with the first of them that is opened. */
export const pages = {
  DocumentsPage: component(() => import('@/features/meeting/documents'), 'DocumentsPage', 'documents', 'meeting'),
  MembersPage: component(members, 'MembersPage', 'members', 'life', 'duties'),
  MemberImportPage: component(members, 'MemberImportPage', 'members'),
  DuesPage: component(members, 'DuesPage', 'members'),
  DutiesPage: component(members, 'DutiesPage', 'members', 'duties'),
  LifePage: component(members, 'LifePage', 'members', 'life'),
  MemberPage: component(members, 'MemberPage', 'members', 'life', 'duties'),
  CardsPage: component(() => import('@/features/cards'), 'CardsPage', 'cards'),
  ReportsPage: component(() => import('@/features/reports'), 'ReportsPage', 'reports', 'meeting', 'syncStatus', 'official', 'errors', 'papers', 'targets', 'report'),
  ReportPage: component(() => import('@/features/reports/write'), 'ReportPage', 'report', 'documents', 'errors'),
  HistoryPage: component(() => import('@/features/history'), 'HistoryPage', 'history', 'meeting'),
  MorePage: component(() => import('@/features/more'), 'MorePage', 'more'),
  SearchPage: component(() => import('@/features/search'), 'SearchPage', 'search', 'meeting', 'papers'),
  TasksPage: component(() => import('@/features/tasks'), 'TasksPage', 'tasks'),
  ExcelPage: component(() => import('@/features/excel'), 'ExcelPage', 'excel', 'members', 'meeting'),
  PlanPage: component(() => import('@/features/plan'), 'PlanPage', 'plan', 'meeting'),
  CellActsPage: component(() => import('@/features/acts'), 'CellActsPage', 'acts', 'errors'),
  PapersPage: component(() => import('@/features/papers'), 'PapersPage', 'papers'),
  NotebookPage: component(notebook, 'NotebookPage', 'notebook'),
  PersonNotesPage: component(notebook, 'PersonNotesPage', 'notebook'),
  AppraisalsPage: component(() => import('@/features/appraisals'), 'AppraisalsPage', 'appraisal', 'today'),
  ProofPage: component(() => import('@/features/proofs'), 'ProofPage', 'proofs', 'scan'),
  SyncStatusPage: component(() => import('@/features/sync-status'), 'SyncStatusPage', 'syncStatus', 'official', 'errors'),
  DevicesPage: component(() => import('@/features/devices'), 'DevicesPage', 'devices', 'errors'),
  RecoveryPage: component(() => import('@/features/recovery'), 'RecoveryPage', 'recovery', 'errors'),
  BackupPage: component(() => import('@/features/backup'), 'BackupPage', 'backup'),
  SettingsPage: component(() => import('@/features/settings'), 'SettingsPage', 'settings', 'rules', 'errors'),
  SecretsPage: component(attachments, 'SecretsPage', 'secrets'),
  WordingPage: component(() => import('@/features/settings'), 'WordingPage', 'rules'),
};

/** One of {@link pages}. */
export type PageName = keyof typeof pages;
