import { lazy } from 'react';
import { loadNamespaces } from '@/i18n';

/** The camera with its words, loaded when a screen shows it. */
const load = async (): Promise<typeof import('@/ui/qr-scanner')> => (await Promise.all([import('@/ui/qr-scanner'), loadNamespaces(['scan'])]))[0];
/** A button that opens the camera. */
export const ScanField = lazy(async () => ({ default: (await load()).ScanField }));
/** The camera, open. */
export const QrScanner = lazy(async () => ({ default: (await load()).QrScanner }));
