import { later } from '../work/later';

/** The committee's grade, with its words: it comes after the meeting. */
export const OfficialGrade = later(() => import('./official-grade'), 'OfficialGradeBlock', 'official');
