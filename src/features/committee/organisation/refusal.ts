import type { BodyProblem } from '@/domain';
import { useT } from '@/i18n';
import type { Reason } from '../calls';
import { useReason } from '../failure';

const PROBLEM: Partial<Record<Reason, BodyProblem>> = { bodyTaken: 'taken', bodyGone: 'gone', bodyLater: 'later', bodyPlace: 'place', bodyBeneath: 'beneath' };

/** Why the server made no change, in words. */
export function useRefusal(): (reason: Reason) => string {
  const t = useT('organisation');
  const inWords = useReason();
  return (reason) => (PROBLEM[reason] ? t(`problem.${PROBLEM[reason]}`) : inWords(reason));
}
