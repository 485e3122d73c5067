import { useT } from '@/i18n';
import { Banner } from '@/ui';
import { Failure } from '../failure';
import type { Refused } from './use-issue';

/** Parts of what is sent that the server may refuse by name. */
const PARTS = ['from', 'profile', 'frame', 'person', 'wording'];

/** Why nothing went to the cells, and that what was typed is still here. */
export function Trouble({ refused: { reason, path = '' }, onRetry }: { refused: Refused; onRetry: () => void }) {
  const t = useT('guidance');
  const part = path.split('.')[0] ?? '';
  if (reason === 'invalid') return <Banner tone="danger" title={t('failed')}><p>{t(`refused.${PARTS.includes(part) ? part : 'other'}`)}</p></Banner>;
  if (reason === 'notFound') return <Banner tone="danger" title={t('failed')}><p>{t('noCells')}</p></Banner>;
  return <Failure title={t('failed')} reason={reason} onRetry={onRetry} />;
}
