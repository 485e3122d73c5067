import { useMemo } from 'react';
import { readDirectives, withGuidance, withPublished, WORDING_KEY, type Directive, type Fields } from '@/domain';
import { useCollection, useFields } from './hooks';

function useDirectives(): readonly Directive[] | undefined {
  const records = useCollection('directive');
  return useMemo(() => records && readDirectives(records), [records]);
}

/** The cell's record with the committee's choice of guidance in it [CELL-3], followed; undefined until both are loaded. */
export function useGuidedCell(): Fields | undefined {
  const cell = useFields('cell:cell');
  const directives = useDirectives();
  return useMemo(() => cell && directives && withGuidance(cell, directives), [cell, directives]);
}

/** The wording that holds, the committee's beneath the cell's own [WORD-2], followed; undefined until both are loaded. */
export function useWording(): Fields | undefined {
  const own = useFields(WORDING_KEY);
  const directives = useDirectives();
  return useMemo(() => own && directives && withPublished(own, directives), [own, directives]);
}
