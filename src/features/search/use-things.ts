import { useMemo } from 'react';
import type { Searchable } from '@/domain';
import { useT } from '@/i18n';
import { useCollection } from '@/storage';
import { thingsOf } from './things';

/** All that can be found, followed; undefined until the book has been read. */
export function useThings(): readonly Searchable[] | undefined {
  const t = useT('search');
  const [meeting, task, paper, member] = [useCollection('meeting'), useCollection('task'), useCollection('paper'), useCollection('member')];
  return useMemo(() => meeting && task && paper && member && thingsOf({ meeting, task, paper, member }, t), [meeting, task, paper, member, t]);
}
