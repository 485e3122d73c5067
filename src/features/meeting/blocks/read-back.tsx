import { useEffect, useRef, useState } from 'react';
import { formatTime, useT } from '@/i18n';
import { Banner, Button, Section, Sheet } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { focusOn } from '../work/focus';
import { MinutesText } from '../work/minutes-text';
import { useMinutes } from '../work/use-minutes';

/** The minutes are read to the room, amended by word of mouth, and passed. */
export function ReadBackBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  const { shown } = useMinutes(ctx);
  const [reading, setReading] = useState(false);
  const { readBack } = ctx.meeting;
  const outcome = useRef<HTMLDivElement>(null);
  const passing = useRef(false);
  // The button is gone once the minutes are passed: who works by keyboard goes on from the word that they are.
  useEffect(() => {
    if (readBack && passing.current) focusOn(outcome.current);
    passing.current = false;
  }, [readBack]);
  const pass = (): void => {
    passing.current = true;
    setReading(false);
    void ctx.set({ readBack: { at: new Date().toISOString() } });
  };
  const passButton = !readBack && !ctx.locked && (
    <Button variant="primary" size="large" icon="check" onClick={pass}>{t('readBack.pass')}</Button>
  );
  return (
    <Section title={t('readBack.title')}>
      {readBack && (
        <div ref={outcome} tabIndex={-1}>
          <Banner tone="ok" action={!ctx.locked && <Button variant="quiet" onClick={() => void ctx.set({ readBack: null })}>{t('undo')}</Button>}>
            {t('readBack.passed', { time: formatTime(readBack.at) })}
          </Banner>
        </div>
      )}
      <Button size="large" icon="document" aria-haspopup="dialog" onClick={() => setReading(true)}>{t('readBack.open')}</Button>
      {!ctx.locked && <DraftField recordKey={ctx.key} field="readBack/amendments" start={readBack?.amendments ?? ''} label={t('readBack.amendments')} hint={t('readBack.hint')} />}
      {passButton}
      <Sheet open={reading} className="mw-reader" title={t('readBack.sheet')} closeLabel={t('common:close')} onClose={() => setReading(false)} footer={passButton}>
        <div className="mw-reading"><MinutesText minutes={shown} /></div>
      </Sheet>
    </Section>
  );
}
