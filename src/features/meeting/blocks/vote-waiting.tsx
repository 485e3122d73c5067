import type { MeetingKind } from '@/domain';
import { useT } from '@/i18n';
import { Button, Stack } from '@/ui';
import { useWaiting } from '../work/waiting';

interface WaitingProps {
  kind: MeetingKind;
  /** The programme, or the reason of the meeting. */
  text: string;
  onText: (text: string) => void;
}

/** What waits for the cell's vote and is not in a text yet: a tap adds it as a line. */
export default function VoteWaiting({ kind, text, onText }: WaitingProps) {
  const t = useT('life');
  const waiting = useWaiting(kind)?.filter(({ question }) => !text.includes(question)) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Stack gap={2} role="group" aria-label={t('about.waiting')}>
      <p className="ui-caption">{t('about.waiting')}</p>
      {waiting.map(({ life, question }) => (
        <Button key={life.id} icon="plus" block onClick={() => onText(text.trim() === '' ? question : `${text.trim()}\n${question}`)}>{question}</Button>
      ))}
    </Stack>
  );
}
