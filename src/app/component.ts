import type { ComponentType } from 'react';
import { loadNamespaces } from '@/i18n';
import type { PageProps } from './page-props';

/** Loads a page's module together with the words it needs, and gives its component. */
export const component = <M, K extends keyof M>(load: () => Promise<M>, name: K, ...namespaces: string[]) => async (): Promise<ComponentType<PageProps>> => {
  const [module] = await Promise.all([load(), loadNamespaces(namespaces)]);
  return module[name] as ComponentType<PageProps>;
};
