import { useEffect, useState } from 'react';
import { recordKey, type Directive } from '@/domain';
import { useWrite } from '@/storage';

/**
 * [DIR-5] For a screen that shows directives whole: notes those that nobody of the cell had seen, for the cell's other devices and for the
 * committee.
 * @returns whether one was new when this screen first showed it
 */
export function useSeen(shown: readonly Directive[]): (one: Directive) => boolean {
  const write = useWrite();
  const [fresh] = useState(() => new Set<string>());
  const unseen = shown.filter(({ seen }) => !seen).map(({ id }) => id).join(' ');
  useEffect(() => {
    if (unseen === '') return;
    const ids = unseen.split(' ');
    for (const id of ids) fresh.add(id);
    void write(ids.map((id) => ({ key: recordKey('directive', id), field: 'seen', value: true })));
  }, [unseen, write, fresh]);
  return ({ id, seen }) => !seen || fresh.has(id);
}
