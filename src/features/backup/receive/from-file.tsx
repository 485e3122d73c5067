import { useRef, useState, type ChangeEvent } from 'react';
import { useT } from '@/i18n';
import { Banner, Button, Disclosure, Stack } from '@/ui';

/** Bytes beyond which a file cannot be what an old device gave. */
const LARGEST = 60_000_000;

/** The other way: what the old device gave, as a file. */
export function FromFile({ onBytes }: { onBytes: (bytes: Uint8Array<ArrayBuffer>) => void }) {
  const t = useT('backup');
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file again, copied anew meanwhile, must count as a choice.
    event.target.value = '';
    if (!file) return;
    const bytes = file.size > 0 && file.size <= LARGEST ? await file.arrayBuffer().catch(() => null) : null;
    setWrong(bytes === null);
    if (bytes) onBytes(new Uint8Array(bytes));
  };
  return (
    <Disclosure summary={t('receive.scan.file')}>
      <Stack gap={3}>
        <p>{t('receive.scan.fileText')}</p>
        {wrong && <Banner tone="danger">{t('receive.scan.wrongFile')}</Banner>}
        <Button icon="upload" block onClick={() => input.current?.click()}>{t('receive.scan.file')}</Button>
        <input ref={input} type="file" hidden onChange={(event) => void choose(event)} />
      </Stack>
    </Disclosure>
  );
}
