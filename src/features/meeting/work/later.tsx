import { lazy, Suspense } from 'react';
import { loadNamespaces, useT } from '@/i18n';
import { Spinner } from '@/ui';
import type { BlockComponent } from '../meeting-context';

function Opening() {
  const t = useT('meetingWork');
  return <Spinner>{t('common:loading')}</Spinner>;
}

/** A block that loads when its step is opened, with more words if it needs them. It is on the phone already, like everything else. */
export function later<K extends string>(load: () => Promise<Record<K, BlockComponent>>, name: K, ...namespaces: string[]): BlockComponent {
  const Block = lazy(async () => {
    const [module] = await Promise.all([load(), loadNamespaces(namespaces)]);
    return { default: module[name] as BlockComponent };
  });
  return function Later(props) {
    return (
      <Suspense fallback={<Opening />}>
        <Block {...props} />
      </Suspense>
    );
  };
}

const resolutions = (): Promise<typeof import('../resolutions')> => import('../resolutions');
/** What a meeting has to do with the register of documents loads when there is something. */
export const Resolutions = later(resolutions, 'Resolutions', 'resolutions', 'papers');
export const ResolutionReview = later(resolutions, 'ResolutionReview', 'resolutions', 'papers');
export const TaskBasis = later(resolutions, 'TaskBasis', 'resolutions', 'papers');
