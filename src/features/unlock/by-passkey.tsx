import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { reasonKey, type Failure } from '@/sync';
import { Banner, Button, Stack } from '@/ui';

/** What came of asking the passkey. `none`: the book has none · `stale`: it answered, but with another key. */
export type PasskeyState =
  | { readonly state: 'open' | 'none' | 'stale' | 'cancelled' | 'noPrf' | 'unsupported' }
  | { readonly state: 'failed'; readonly reason: Failure };

export interface ByPasskeyProps {
  /** False when the book turns out to have no passkey: then nothing is offered. */
  present: boolean;
  /** `signal` ends the question when the lock goes away. */
  onAsk: (signal: AbortSignal) => Promise<PasskeyState>;
}

/** Above the passcode, which stays where it is: one button, and in words why it did not open. */
export function ByPasskey({ present, onAsk }: ByPasskeyProps) {
  const t = useT('passkey');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<PasskeyState | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  if (!present || answer?.state === 'none') return null;

  const ask = async (): Promise<void> => {
    const mine = new AbortController();
    asking.current = mine;
    setBusy(true);
    setAnswer(null);
    const result = await onAsk(mine.signal);
    if (mine.signal.aborted) return;
    setBusy(result.state === 'open');
    setAnswer(result);
  };
  return (
    <Stack>
      <Button variant="primary" size="large" icon="key" block busy={busy} onClick={() => void ask()}>{t(busy ? 'opening' : 'open')}</Button>
      {answer && answer.state !== 'open' && (
        <Banner tone="warn" role="alert">{answer.state === 'failed' ? t(reasonKey(answer.reason)) : t(`answer.${answer.state}`)}</Banner>
      )}
      <p className="ui-muted">{t('or')}</p>
    </Stack>
  );
}
