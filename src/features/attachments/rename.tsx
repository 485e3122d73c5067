import { useState } from 'react';
import { keptName, markingInName, MAX_FILE_NAME, type FileKind } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import type { AttachmentView } from '@/storage/attachments';
import { Button, Disclosure, Field, Stack, TextInput, useToast } from '@/ui';

/** A file's name, changed as a whole: the ending stays what it is, and a marking does not come in this way either [FILE-2]. */
export function Rename({ file }: { file: AttachmentView }) {
  const t = useT('files');
  const write = useWrite();
  const toast = useToast();
  const kind: FileKind = file.type === 'application/pdf' ? 'pdf' : 'photo';
  const bare = file.name.replace(/\.[a-z]+$/, '');
  const [typed, setTyped] = useState(bare);
  const [error, setError] = useState<string>();
  const rename = async (): Promise<void> => {
    const marking = markingInName(typed);
    const name = keptName(typed, kind, '');
    const wrong = marking ? t('view.nameMarked', { marking: t(`marking.${marking}`) }) : name.startsWith('.') ? t('view.nameEmpty') : undefined;
    setError(wrong);
    if (wrong === undefined && name !== file.name && (await write([{ key: file.key, field: 'name', value: name }]))) toast({ text: t('view.renamed') });
  };
  return (
    <Disclosure summary={t('view.rename')}>
      <Stack gap={3}>
        <Field label={t('view.name')} error={error}>
          <TextInput value={typed} onValue={setTyped} maxLength={MAX_FILE_NAME - 4} autoComplete="off" />
        </Field>
        <div><Button disabled={typed.trim() === bare} onClick={() => void rename()}>{t('view.rename')}</Button></div>
      </Stack>
    </Disclosure>
  );
}
