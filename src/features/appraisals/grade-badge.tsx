import type { YearGrade } from '@/domain';
import { useT } from '@/i18n';
import { Badge, type Tone } from '@/ui';

const TONES: Record<YearGrade, Tone> = { excellent: 'gold', wellDone: 'ok', completed: 'neutral', notCompleted: 'danger' };

/** A grade of the year, short. */
export function GradeBadge({ grade }: { grade: YearGrade }) {
  const t = useT('appraisal');
  return <Badge tone={TONES[grade]} icon={grade === 'excellent' ? 'star' : undefined}>{t(`short.${grade}`)}</Badge>;
}
