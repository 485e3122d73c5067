import { useMemo } from 'react';
import { treeOn, type BodyHistory, type BodyTree } from '@/domain';
import type { BodiesAnswer } from '@/sync/committee';
import type { Client } from '../calls';
import { useLoad, type Loaded } from '../use-load';

const ask = (client: Client): Promise<BodiesAnswer> => client.bodies();

/** The committee's organisation as the server has it. */
export interface Bodies {
  readonly answer: BodiesAnswer;
  readonly history: BodyHistory;
  readonly today: BodyTree;
}

/** Loads the organisation; one answer is shared by its pages. */
export function useBodies(): { bodies: Bodies | null } & Pick<Loaded<BodiesAnswer>, 'failed' | 'reload'> {
  const { value, failed, reload } = useLoad('bodies', 'all', ask);
  const bodies = useMemo(() => (value ? { answer: value, history: value, today: treeOn(value, value.today) } : null), [value]);
  return { bodies, failed, reload };
}
