import { formatPercent, useT } from '@/i18n';
import type { AttachmentView } from '@/storage/attachments';
import { useSyncStatus } from '@/sync';
import { Badge, type Tone } from '@/ui';

const TONES: Record<string, Tone> = { stored: 'ok', refused: 'danger', fetch: 'info', elsewhere: 'info' };

/** How far a file has come, in a word or two. */
export function FileState({ file: { here, state } }: { file: AttachmentView }) {
  const t = useT('files');
  const { phase } = useSyncStatus();
  const word = state.is === 'stored' && !here ? 'fetch' : state.is === 'waiting' && phase === 'none' ? 'local' : state.is;
  return <Badge tone={TONES[word] ?? 'neutral'}>{t(`state.${word}`, state.is === 'sending' ? { percent: formatPercent(Math.floor((state.done / state.of) * 100)) } : {})}</Badge>;
}
