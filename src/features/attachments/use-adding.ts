import { useState } from 'react';
import { dateInVietnam, freeName, type RecordKey } from '@/domain';
import { formatDate, formatTime, useT } from '@/i18n';
import { useBook, type StorageError } from '@/storage';
import { addAttachment } from '@/storage/attachments';
import { useToast } from '@/ui';
import { prepare, type Ready } from './prepare';

/** A file that may come in, once the person has said that it bears no marking. */
export type Whole = Extract<Ready, { readonly file: unknown }>;

/** What was chosen, on its way into the book. */
export interface Adding {
  /** How many have been made ready of how many; null while nothing is. */
  readonly preparing: { readonly done: number; readonly of: number } | null;
  /** What was chosen, made ready or told why not; null when nothing waits for an answer. */
  readonly ready: readonly Ready[] | null;
  readonly saving: boolean;
  readonly failed: 'full' | 'other' | null;
  readonly choose: (files: readonly File[], camera: boolean) => Promise<void>;
  readonly keep: () => Promise<void>;
  readonly close: () => void;
}

/** Takes chosen files into the book in three steps: made ready, asked about, kept. */
export function useAdding(owner: RecordKey, taken: readonly string[]): Adding {
  const t = useT('files');
  const book = useBook();
  const toast = useToast();
  const [preparing, setPreparing] = useState<Adding['preparing']>(null);
  const [ready, setReady] = useState<readonly Ready[] | null>(null);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Adding['failed']>(null);

  const choose = async (files: readonly File[], camera: boolean): Promise<void> => {
    const now = new Date().toISOString();
    const [date, time] = [formatDate(dateInVietnam(now)).replaceAll('/', '-'), formatTime(now).replace(':', '.')];
    const done: Ready[] = [];
    setFailed(null);
    for (const file of files) {
      setPreparing({ done: done.length, of: files.length });
      const photo = camera || file.type.startsWith('image/');
      done.push(await prepare(camera ? new File([file], '', { type: file.type }) : file, photo ? t('photoName', { date, time }) : t('fileName', { date })));
    }
    setPreparing(null);
    setReady(done.length > 0 ? done : null);
  };

  const keep = async (): Promise<void> => {
    const whole = ready?.flatMap((one) => ('file' in one ? [one] : [])) ?? [];
    const names = [...taken];
    let left = whole;
    setSaving(true);
    setFailed(null);
    try {
      for (const one of whole) {
        const name = freeName(one.file.name, names);
        await addAttachment(book, owner, { ...one.file, name }, new Date().toISOString());
        names.push(name);
        left = left.filter((other) => other !== one);
      }
      setReady(null);
      toast({ text: t('added', { count: whole.length }) });
    } catch (error) {
      // What went in is in; the rest waits for another try.
      setReady(left);
      setFailed((error as StorageError).reason === 'full' ? 'full' : 'other');
    }
    setSaving(false);
  };
  return { preparing, ready, saving, failed, choose, keep, close: () => setReady(null) };
}
