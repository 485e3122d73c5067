import { useEffect, useState } from 'react';
import { splitKey, type Fields, type RecordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useBook } from '@/storage';

/** What a person calls a record: a member's name, a meeting's date, a task's words. Empty where it has none yet. */
export function nameOfRecord(key: RecordKey, fields: Fields): string {
  const text = (field: string): string => (typeof fields[field] === 'string' ? fields[field] : '');
  switch (splitKey(key).kind) {
    case 'member':
    case 'cell':
    // Of somebody who is not in the register yet; of a member the kind says enough.
    case 'life':
    case 'file':
      return text('name');
    case 'meeting':
      return text('date') && formatDate(text('date'));
    case 'task':
      return text('what');
    case 'submission':
    case 'paper':
      return text('title');
    case 'plan':
    case 'report':
      return splitKey(key).id;
    // Whose notes and reviews they are stays on their own pages.
    case 'note':
    case 'appraisal':
    case 'duty':
    case 'review':
    case 'directive':
    case 'directory':
      return '';
  }
}

/** Names of records, read from the book. */
export function useRecordNames(keys: readonly RecordKey[]): ReadonlyMap<RecordKey, string> {
  const t = useT('syncStatus');
  const book = useBook();
  const wanted = keys.join(' ');
  const [names, setNames] = useState<ReadonlyMap<RecordKey, string>>(new Map());
  useEffect(() => {
    let live = true;
    const list = wanted === '' ? [] : (wanted.split(' ') as RecordKey[]);
    Promise.all(list.map(async (key) => [key, nameOfRecord(key, await book.read(key))] as const)).then(
      (all) => live && setNames(new Map(all.filter(([, name]) => name !== '').map(([key, name]) => [key, key.startsWith('meeting:') ? t('meetingOn', { date: name }) : name]))),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted, t]);
  return names;
}
