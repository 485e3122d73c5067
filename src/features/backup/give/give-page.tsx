import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { useBook, type BookMode } from '@/storage';
import { loadSync } from '@/sync';
import { Banner, Button, EmptyState, PageHeader, Spinner, Stack } from '@/ui';
import { AskStep } from './ask-step';
import { CodeStep } from './code-step';
import { DoneStep } from './done-step';
import { PackStep } from './pack-step';

type Standing = 'alone' | 'connected' | 'awaiting';

/** How the book stands with a server; null until it is known. */
function useStanding(): Standing | null {
  const book = useBook();
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    let live = true;
    const look = async (): Promise<Standing> => {
      const connection = await (await loadSync()).loadConnection(book);
      return !connection ? 'alone' : connection.token === '' ? 'awaiting' : 'connected';
    };
    look().then((found) => live && setStanding(found), () => live && setStanding('alone'));
    return () => {
      live = false;
    };
  }, [book]);
  return standing;
}

/** Lets a blank device in that lies beside this one: its code read and compared, then the book shown to it, or put into a file. */
export function GivePage({ mode, onSyncNow }: { mode: BookMode; onSyncNow: () => Promise<void> }) {
  const t = useT('backup');
  const standing = useStanding();
  const [ask, setAsk] = useState<string | null>(null);
  const [same, setSame] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [done, setDone] = useState(false);
  const step = done ? 'done' : !ask ? 'ask' : same ? 'pack' : 'code';
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step !== 'ask') page.current?.querySelector<HTMLElement>('h2')?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  const again = (wrong: boolean): void => {
    setAsk(null);
    setSame(false);
    setStopped(wrong);
  };
  const title = <PageHeader title={t('give.title')} subtitle={step === 'ask' ? t('give.lead') : undefined} back={{ label: t('common:back'), href: '/thiet-bi' }} />;
  if (!standing) return <>{title}<Spinner>{t('give.code.asking')}</Spinner></>;
  if (standing === 'awaiting') {
    return <>{title}<EmptyState icon="phone" title={t('give.awaiting.title')} action={<Button href="/thiet-bi">{t('give.awaiting.back')}</Button>}>{t('give.awaiting.text')}</EmptyState></>;
  }
  return (
    <div ref={page}>
      {title}
      <Stack gap={5}>
        {stopped && !ask && <Banner tone="danger" title={t('give.code.stopped')}>{t('give.code.stoppedText')}</Banner>}
        {step === 'ask' && <AskStep onAsk={setAsk} />}
        {step === 'code' && ask && <CodeStep ask={ask} onSame={() => setSame(true)} onDifferent={() => again(true)} />}
        {step === 'pack' && ask && <PackStep ask={ask} mode={mode} connected={standing === 'connected'} onSyncNow={onSyncNow} onDone={() => setDone(true)} />}
        {step === 'done' && <DoneStep connected={standing === 'connected'} />}
      </Stack>
    </div>
  );
}
