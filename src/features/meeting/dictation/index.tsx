import { useEffect, useRef, useState, type RefObject } from 'react';
import { mayDictate, type Step } from '@/domain';
import { useT } from '@/i18n';
import { Button, Row, StatusText, type TextAreaProps } from '@/ui';
import { canListen, listen, typeInto, type Trouble } from './hear';

/**
 * A button below a long text that takes down what is said; nothing where the step may not be dictated [DICT-1].
 *
 * [DICT-2] A contribution that is criticism is not taken down; one that becomes criticism while it is spoken is not heard on. Source: facts.md §5 [I].
 * [DICT-4] Listening ends with the step, the lock, and when the app is put away. Source: a decision.
 */
export default function Dictation({ step, area, field }: { step: Step; area: RefObject<HTMLTextAreaElement>; field: TextAreaProps }) {
  const t = useT('meeting');
  const [ears, setEars] = useState<ReturnType<typeof listen> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const live = useRef(ears);
  const barred = Boolean(field.readOnly || field.disabled || field['data-unheard']) || !mayDictate(step) || !canListen();
  useEffect(() => {
    live.current = ears;
    // What a text is may change under the pen.
    if (barred) ears?.drop();
  }, [ears, barred]);
  useEffect(() => {
    const away = (): void => void (document.visibilityState === 'hidden' && live.current?.drop());
    document.addEventListener('visibilitychange', away);
    return () => {
      document.removeEventListener('visibilitychange', away);
      live.current?.drop();
    };
  }, []);
  if (barred) return null;
  const start = (): void => {
    setTrouble(null);
    let ended = false;
    const heard = listen({
      onWords: (words) => area.current && typeInto(area.current, words),
      onTrouble: setTrouble,
      onEnd: () => {
        ended = true;
        setEars(null);
      },
    });
    if (!ended) setEars(heard);
  };
  return (
    <Row top={false}>
      <Button icon={ears ? 'close' : 'mic'} variant={ears ? 'primary' : 'quiet'} aria-pressed={ears !== null} onClick={() => (ears ? ears.stop() : start())}>
        {t(ears ? 'dictation.stop' : 'dictation.start')}
      </Button>
      {ears && <StatusText icon="mic" tone="info">{t('dictation.listening')}</StatusText>}
      {trouble && <StatusText icon="warning" tone="warn">{t(`dictation.trouble.${trouble}`)}</StatusText>}
    </Row>
  );
}
