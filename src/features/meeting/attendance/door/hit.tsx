import type { DoorMark, Mark } from '@/domain';
import { useT, type Translate } from '@/i18n';
import { Button, Icon, Row, Stack, type IconName, type Tone } from '@/ui';
import type { Shown } from './use-door';

const LOOK: Record<Shown['say'], { tone: Tone; icon: IconName }> = {
  marked: { tone: 'ok', icon: 'check' },
  again: { tone: 'info', icon: 'info' },
  undone: { tone: 'neutral', icon: 'undo' },
  suspended: { tone: 'warn', icon: 'warning' },
  absentee: { tone: 'warn', icon: 'warning' },
  old: { tone: 'warn', icon: 'warning' },
  unknown: { tone: 'danger', icon: 'close' },
  foreign: { tone: 'danger', icon: 'close' },
};

const nameOf = (shown: Shown): string => ('entry' in shown ? shown.entry.name : 'name' in shown ? shown.name : '');
const markWords = (t: Translate, { kind, time }: Mark): string => [t(`meeting:attendance.${kind}`), time].filter(Boolean).join(' ');

function wordsOf(t: Translate, shown: Shown): string {
  switch (shown.say) {
    case 'marked': {
      const counts = shown.entry.status === 'exempt' || shown.entry.status === 'temporaryOut' ? t(`hit.${shown.entry.status}`) : '';
      return [`${markWords(t, shown.mark)}.`, counts].filter(Boolean).join(' ');
    }
    case 'again':
      return t('hit.again', { mark: markWords(t, shown.mark) });
    case 'foreign':
      return t(`scan:wrong.${shown.kind}`);
    default:
      return t(`hit.${shown.say}`);
  }
}

export interface HitProps {
  shown: Shown | null;
  round: number;
  onOther: (mark: DoorMark) => void;
  onUndo: (mark: DoorMark) => void;
}

/** The answer to the last card, with the name so large that both at the door can read it. */
export function Hit({ shown, round, onOther, onUndo }: HitProps) {
  const t = useT('cards');
  if (!shown) return <div className="door-hit ui-tone ui-tone-neutral"><p>{t('hit.none')}</p></div>;
  const { tone, icon } = LOOK[shown.say];
  const name = nameOf(shown);
  return (
    <div className={`door-hit ui-tone ui-tone-${tone}`}>
      <div role="status" aria-atomic="true">
        <Stack gap={1} key={round}>
          {name && <p className="door-name" translate="no">{name}</p>}
          <p className="ui-line door-words"><Icon name={icon} /><span>{wordsOf(t, shown)}</span></p>
        </Stack>
      </div>
      {shown.say === 'marked' && (
        <Row>
          {shown.other && <Button icon={shown.other.kind === 'late' ? 'clock' : 'check'} onClick={() => onOther(shown)}>{markWords(t, shown.other)}</Button>}
          <Button variant="quiet" icon="undo" onClick={() => onUndo(shown)}>{t('hit.undo')}</Button>
        </Row>
      )}
    </div>
  );
}
