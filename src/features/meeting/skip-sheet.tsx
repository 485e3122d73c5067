import { useState } from 'react';
import type { Step } from '@/domain';
import { useT } from '@/i18n';
import { Button, Chip, Field, Row, Sheet, Stack, TextInput } from '@/ui';
import { capital } from './attendance/reason';

/** A required step is left out only with a reason; it goes into the minutes. */
export default function SkipSheet({ step, onSkip, onClose }: { step: Step; onSkip: (reason: string) => void; onClose: () => void }) {
  const t = useT('meeting');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const go = (): void => {
    if (reason.trim() === '') setTried(true);
    else onSkip(reason.trim());
  };
  return (
    <Sheet
      open
      title={t('skip.title')}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {t('skip.stay')}
          </Button>
          <Button size="large" variant="primary" onClick={go}>
            {t('skip.go')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('skip.text', { step: step.label })}</p>
        <Row role="group" aria-label={t('skip.usual')}>
          {(['none', 'time', 'earlier'] as const).map((key) => (
            <Chip key={key} pressed={reason === t(`skip.reason.${key}`)} onClick={() => setReason(t(`skip.reason.${key}`))}>
              {capital(t(`skip.reason.${key}`))}
            </Chip>
          ))}
        </Row>
        <Field label={t('skip.reasonLabel')} required error={tried && reason.trim() === '' ? t('skip.needed') : undefined}>
          <TextInput autoComplete="off" value={reason} onValue={setReason} />
        </Field>
      </Stack>
    </Sheet>
  );
}
