import { useRef } from 'react';
import type { RosterEntry } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Disclosure, List, ListRow, Spinner, Stack, Switch } from '@/ui';
import { QrScanner } from '@/ui/qr-scanner';
import type { MeetingContext } from '../../meeting-context';
import { Hit } from './hit';
import { useDoor } from './use-door';
import './door.css';

/** A card held before the camera for longer is one; shown again after this many ms, it is told that it was counted. */
const FORGET = 2500;

/** The camera at the door: who comes in is marked, and the next may follow at once. Whoever has no card is marked by a tap. */
export default function Scanner({ ctx }: { ctx: MeetingContext }) {
  const t = useT('cards');
  const door = useDoor(ctx);
  const scan = useT('scan');
  const answer = useRef<HTMLDivElement>(null);
  // The button that was pressed goes away with what it said.
  const toAnswer = (): void => answer.current?.focus({ preventScroll: true });
  if (!door) return <Spinner>{t('common:loading')}</Spinner>;
  const { here, waiting, absent } = door.count;
  return (
    <Stack gap={3}>
      {!door.hasCards && <Banner tone="info" title={t('door.noCards')} action={<Button href="/dang-vien/the-qr">{t('door.make')}</Button>}>{t('door.noCardsText')}</Banner>}
      <p className="door-count ui-num" role="status" aria-label={t('door.count')}>
        <span className="ui-strong">{t('door.here', { count: here })}</span>
        <span>{t('door.waiting', { count: waiting.length })}</span>
        {absent > 0 && <span>{t('door.absent', { count: absent })}</span>}
      </p>
      <div ref={answer} tabIndex={-1}>
        <Hit
          shown={door.shown}
          round={door.round}
          onOther={door.onOther}
          onUndo={(mark) => {
            door.onUndo(mark);
            toAnswer();
          }}
        />
      </div>
      <QrScanner t={scan} onText={door.onText} forget={FORGET} />
      <Switch checked={door.sound} onValue={door.onSound}>{t('door.sound')}</Switch>
      {waiting.length > 0 && (
        <Disclosure summary={t('door.byHand', { count: waiting.length })}>
          <Stack gap={2}>
            <p className="ui-caption">{t('door.byHandText')}</p>
            <List boxed aria-label={t('door.waitingList')}>
              {waiting.map((entry) => (
                <Waiting
                  key={entry.id}
                  entry={entry}
                  onThere={() => {
                    door.onHand(entry);
                    toAnswer();
                  }}
                />
              ))}
            </List>
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}

function Waiting({ entry: { name }, onThere }: { entry: RosterEntry; onThere: () => void }) {
  const t = useT('cards');
  return <ListRow title={name} actions={<Button variant="quiet" icon="check" aria-label={t('door.markThere', { name })} onClick={onThere}>{t('meeting:attendance.present')}</Button>} />;
}
