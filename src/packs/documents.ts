import type { DocumentRules } from '@/domain';
import qd399 from './documents/qd399-2026.json';
import qd66 from './documents/qd66-2017.json';

/** Types of document by rule of layout, the oldest first. Loads with the screen that numbers documents; on no meeting's way. */
export const allDocumentRules: readonly DocumentRules[] = [qd66, qd399] as readonly unknown[] as readonly DocumentRules[];
