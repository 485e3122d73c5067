import { lazy } from 'react';
import { loadNamespaces } from '@/i18n';

/** The camera with its words, loaded when it is wanted. */
export const ScanField = lazy(async () => {
  const [module] = await Promise.all([import('@/ui/qr-scanner'), loadNamespaces(['scan'])]);
  return { default: module.ScanField };
});
