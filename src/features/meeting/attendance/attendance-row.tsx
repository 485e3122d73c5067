import { memo, useId, useRef } from 'react';
import { isPresent, type Mark, type MarkKind, type MemberId, type RosterEntry } from '@/domain';
import { useRecordT, useT, type Translate } from '@/i18n';
import { Badge, Chip, Field, Icon, Row, Stack, TextInput, VisuallyHidden, type IconName, type Tone } from '@/ui';
import { TimeField } from '../fields';
import { useLateText } from '../use-late-text';
import { capital, reasonWords, usualReasons } from './reason';

export interface AttendanceRowProps {
  entry: RosterEntry;
  mark: Mark | undefined;
  open: boolean;
  locked: boolean;
  onToggle: (id: MemberId) => void;
  /** `null` takes the mark away. `keepOpen`: more is going to be said. */
  onMark: (id: MemberId, mark: Mark | null, keepOpen?: boolean) => Promise<unknown>;
  /** HH:mm to begin with for someone late or leaving. */
  timeNow: () => string;
}

const LOOK: Record<MarkKind | 'none', { icon: IconName; tone: Tone }> = {
  present: { icon: 'check', tone: 'ok' },
  none: { icon: 'minus', tone: 'neutral' },
  excused: { icon: 'close', tone: 'warn' },
  unexcused: { icon: 'close', tone: 'danger' },
  late: { icon: 'clock', tone: 'info' },
  leftEarly: { icon: 'clock', tone: 'info' },
};

/** The words of a mark: "Vắng: đi công tác", "Đến muộn 14:20". */
function markText(t: Translate, kind: MarkKind | 'none', mark: Mark | undefined): string {
  if (kind === 'excused') return mark?.reason ? t('attendance.excusedFor', { reason: reasonWords(t, mark.reason) }) : t('attendance.excused');
  if (kind === 'late' || kind === 'leftEarly') return [t(`attendance.${kind}`), mark?.time].filter(Boolean).join(' ');
  return t(`attendance.${kind}`);
}

function OtherReason({ reason, onReason }: { reason: string; onReason: (reason: string) => Promise<unknown> }) {
  const t = useT('meeting');
  const text = useLateText(reason, onReason);
  return (
    <Field label={t('attendance.otherReason')}>
      <TextInput autoComplete="off" value={text.value} onValue={text.set} onBlur={() => void text.flush()} />
    </Field>
  );
}

/** What can be said of one person: reasons first, so that an excused absence is one tap. */
function Choices({ entry, mark, onMark, timeNow, done }: Omit<AttendanceRowProps, 'open' | 'locked' | 'onToggle'> & { done: () => void }) {
  const t = useT('meeting');
  const { id } = entry;
  // Shown in the interface's language, kept in the record's.
  const recordT = useRecordT('meeting');
  const shown = usualReasons(t);
  const reasons = usualReasons(recordT);
  const given = mark?.kind === 'excused' ? reasonWords(recordT, mark.reason ?? '') : null;
  const expected = entry.status === 'active' || entry.status === 'temporaryIn';
  const is = (kind: MarkKind): boolean => mark?.kind === kind;
  const say = (next: Mark | null): void => {
    done();
    void onMark(id, next);
  };
  const timed = (kind: 'late' | 'leftEarly') => (
    <Chip pressed={is(kind)} icon="clock" onClick={() => void onMark(id, { kind, time: mark?.time ?? timeNow() }, true)}>
      {t(`attendance.${kind}`)}
    </Chip>
  );
  const other = given !== null && !reasons.includes(given);
  return (
    <Stack gap={2} className="meeting-choices">
      {expected && (
        <Row role="group" aria-label={t('attendance.excused')}>
          <span className="ui-caption meeting-lead">{t('attendance.excused')}</span>
          {reasons.map((reason, index) => (
            <Chip key={reason} pressed={given === reason} onClick={() => say({ kind: 'excused', reason })}>
              {capital(shown[index] ?? reason)}
            </Chip>
          ))}
          <Chip pressed={other} onClick={() => void onMark(id, { kind: 'excused' }, true)}>
            {t('attendance.otherReason')}
          </Chip>
        </Row>
      )}
      {other && <OtherReason reason={given} onReason={(reason) => onMark(id, { kind: 'excused', reason: reason.trim() }, true)} />}
      <Row role="group" aria-label={t('attendance.others')}>
        {expected ? (
          <Chip pressed={is('unexcused')} icon="close" onClick={() => say({ kind: 'unexcused' })}>
            {t('attendance.unexcused')}
          </Chip>
        ) : (
          <Chip pressed={!mark} onClick={() => say(null)}>
            {t('attendance.none')}
          </Chip>
        )}
        {timed('late')}
        {timed('leftEarly')}
        <Chip pressed={mark ? is('present') : expected} icon="check" onClick={() => say(expected ? null : { kind: 'present' })}>
          {t('attendance.present')}
        </Chip>
      </Row>
      {(mark?.kind === 'late' || mark?.kind === 'leftEarly') && (
        <TimeField
          label={t(`attendance.${mark.kind}At`)}
          value={mark.time ?? ''}
          onValue={(time) => void onMark(id, { kind: mark.kind, time }, true)}
        />
      )}
    </Stack>
  );
}

/** One person of the roll. Only the row that changed is drawn again. */
export const AttendanceRow = memo(function AttendanceRow({ entry, mark, open, locked, onToggle, onMark, timeNow }: AttendanceRowProps) {
  const t = useT('meeting');
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const kind = mark?.kind ?? (isPresent(entry, {}) ? 'present' : 'none');
  const { icon, tone } = LOOK[kind];
  const category = entry.status === 'active' ? (entry.standing === 'probationary' ? t('category.probationary') : null) : t(`category.${entry.status}`);
  return (
    <li className="meeting-person">
      <button
        ref={button}
        type="button"
        className="ui-list-row ui-tap"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={locked}
        onClick={() => onToggle(entry.id)}
      >
        <span className={`ui-line ui-tone ui-tone-${tone}`}>
          <Icon name={icon} />
        </span>
        <span className="ui-row ui-grow">
          <span className="ui-row-text">
            <span>{entry.name}</span>
            {category && <span className="ui-caption">{category}</span>}
          </span>
          {kind === 'present' ? <VisuallyHidden>{t('attendance.present')}</VisuallyHidden> : <Badge tone={tone}>{markText(t, kind, mark)}</Badge>}
        </span>
      </button>
      {open && (
        <div id={id}>
          <Choices entry={entry} mark={mark} onMark={onMark} timeNow={timeNow} done={() => button.current?.focus()} />
        </div>
      )}
    </li>
  );
});
