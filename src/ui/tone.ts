import type { IconName } from './icon-names';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger' | 'gold';

/** Every tone has a shape beside its colour. */
export const toneIcon: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  ok: 'check',
  warn: 'warning',
  danger: 'warning',
  gold: 'star',
};
