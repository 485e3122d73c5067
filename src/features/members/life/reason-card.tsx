import { LIFE_REASONS, type LifeEvent, type LifeState } from '@/domain';
import { useT } from '@/i18n';
import { Card, RadioGroup } from '@/ui';
import type { LifeWrite } from './use-life-write';

/** Why it is: of an exemption it decides who decides. Only until the first step is written. */
export function ReasonCard({ life, state, put }: { life: LifeEvent; state: LifeState; put: LifeWrite }) {
  const t = useT('life');
  if (life.kind !== 'exemption' && life.kind !== 'removal' && life.kind !== 'discipline') return null;
  const reasons: readonly string[] = LIFE_REASONS[life.kind];
  const begun = state.steps.some((step) => step.state === 'done') || life.link !== null || life.byHand !== null;
  const hint = life.kind === 'exemption' ? t(`reasonHint.${life.reason === 'ageOrHealth' ? 'ageOrHealth' : 'asked'}`) : life.reason === 'dismissal' ? t('reasonHint.dismissal') : undefined;
  if (begun || state.progress !== 'open') {
    return (
      <Card title={t(`reason.label.${life.kind}`)}>
        <p>{t(`reason.${life.reason}`)}</p>
        {hint && <p className="ui-muted">{hint}</p>}
      </Card>
    );
  }
  return (
    <RadioGroup
      label={t(`reason.label.${life.kind}`)}
      hint={hint}
      value={life.reason}
      onValue={(reason) => void put({ reason })}
      options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
    />
  );
}
