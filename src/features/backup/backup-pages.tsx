import { useParams } from 'wouter';
import type { BookMode } from '@/storage';
import { BackupPage } from './backup-page';
import { GivePage } from './give';

/** `/sao-luu`: the book into a file; `/sao-luu/trao-so`: to the device beside this one. */
export function BackupPages({ mode, onSyncNow }: { mode: BookMode; onSyncNow: () => Promise<void> }) {
  const { way } = useParams<{ way?: string }>();
  return way === 'trao-so' ? <GivePage mode={mode} onSyncNow={onSyncNow} /> : <BackupPage mode={mode} />;
}
