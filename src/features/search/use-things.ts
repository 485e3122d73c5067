import { useMemo } from 'react';
import type { Searchable } from '@/domain';
import { useT } from '@/i18n';
import { useCollection } from '@/storage';
import { thingsOf } from './things';

/** All that can be found, followed; undefined until the book has been read. */
export function useThings(): readonly Searchable[] | undefined {
  const t = useT('search');
  const [meeting, report, task, paper, member, file] = [useCollection('meeting'), useCollection('report'), useCollection('task'), useCollection('paper'), useCollection('member'), useCollection('file')];
  return useMemo(() => meeting && report && task && paper && member && file && thingsOf({ meeting, report, task, paper, member, file }, t), [meeting, report, task, paper, member, file, t]);
}
