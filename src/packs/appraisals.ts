import type { AppraisalRules } from '@/domain';
import hd43 from './appraisals/hd43-2025.json';

/** Forms of the yearly review by guidance, the oldest first. Loads with the screens of the review; on no meeting's way. */
export const allAppraisalRules: readonly AppraisalRules[] = [hd43] as readonly unknown[] as readonly AppraisalRules[];
