import { useT } from '@/i18n';
import type { Taken } from '@/sync/admission';
import { Button } from '@/ui';
import { CompareCode } from '../compare-code';
import { Contents } from '../contents';
import { StepFrame } from '../restore/step-frame';

/** [ADMIT-2] What came, by numbers, and the letters to compare before any of it is written. */
export function CheckScreen({ taken: { backup, code }, onBack, onNext }: { taken: Taken; onBack: () => void; onNext: () => void }) {
  const t = useT('backup');
  const keysOnly = backup.records.every(({ key }) => key === 'cell:cell');
  return (
    <StepFrame title={t('receive.check.title')} lead={t('receive.check.lead')} onBack={onBack} onNext={onNext}>
      <p>{t('receive.check.text')}</p>
      <CompareCode code={code} />
      {keysOnly ? <p>{t('receive.check.keysOnly', { cell: backup.cellName })}</p> : <Contents backup={backup} made={t('receive.check.made')} />}
      <Button type="submit" variant="primary" size="large" icon="check" block>{t('receive.check.next')}</Button>
      <Button size="large" icon="close" block onClick={onBack}>{t('receive.check.different')}</Button>
    </StepFrame>
  );
}
