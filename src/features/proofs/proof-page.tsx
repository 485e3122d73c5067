import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useT } from '@/i18n';
import { useBook } from '@/storage';
import { Banner, Button, Disclosure, Icon, PageHeader, Spinner, Stack } from '@/ui';
import { ByHand } from './by-hand';
import { ChainCard } from './chain-card';
import { checkFile, checkText, type Finding } from './check';
import { Result } from './result';
import { useClosed, type Closed } from './use-closed';

/** Whether a file or a paper in hand is the closed one. */
export function ProofPage() {
  const t = useT('proofs');
  const closed = useClosed();
  return (
    <>
      <PageHeader back={{ href: '/them', label: t('back') }} title={t('title')} />
      {closed === undefined && <Spinner>{t('common:loading')}</Spinner>}
      {closed === 'failed' && <Banner tone="danger" title={t('failed.title')}>{t('failed.text')}</Banner>}
      {closed !== undefined && closed !== 'failed' && <Desk closed={closed} />}
    </>
  );
}

function Desk({ closed }: { closed: Closed }) {
  const t = useT('proofs');
  const book = useBook();
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [finding, setFinding] = useState<Finding | null>(null);
  useEffect(() => {
    if (finding) place.current?.focus();
  }, [finding]);
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file again must count as a choice.
    event.target.value = '';
    if (!file) return;
    setBusy(true);
    setFinding(await checkFile(book, closed.known, file).catch(() => ({ what: 'failed' as const })));
    setBusy(false);
  };
  const read = async (text: string): Promise<boolean> => {
    const found = await checkText(book, closed.known, text).catch(() => ({ what: 'failed' as const }));
    setFinding(found);
    return found !== null;
  };
  return (
    <Stack gap={6}>
      <Stack>
        <p>{t('lead')}</p>
        <Button variant="primary" size="large" icon="document" block busy={busy} onClick={() => input.current?.click()}>{t(busy ? 'reading' : 'choose')}</Button>
        <input ref={input} type="file" aria-label={t('choose')} hidden onChange={(event) => void take(event)} />
        <p className="ui-line ui-muted"><Icon name="shield" />{t('private')}</p>
        <div ref={place} tabIndex={-1} aria-live="polite">{finding && <Result finding={finding} known={closed.known} />}</div>
      </Stack>
      <ByHand onText={read} />
      <ChainCard {...closed} />
      <Disclosure summary={t('limits.title')}>
        <ul>{(['words', 'pictures', 'pdf', 'paper', 'phone'] as const).map((limit) => <li key={limit}>{t(`limits.${limit}`)}</li>)}</ul>
      </Disclosure>
    </Stack>
  );
}
