import { lazy } from 'react';
import { loadNamespaces } from '@/i18n';

/** The camera with its words, loaded when a screen shows it. */
export const ScanField = lazy(async () => {
  const [module] = await Promise.all([import('@/ui/qr-scanner'), loadNamespaces(['scan'])]);
  return { default: module.ScanField };
});
