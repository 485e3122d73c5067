import { useRef, useState } from 'react';
import { GRADES, type OfficialGrade } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { findFrame } from '@/packs';
import { Banner, Button, Field, RadioGroup, Sheet, TextArea, TextInput, useToast } from '@/ui';
import { call, type Reason } from '../calls';
import { useDesk } from '../desk';
import { Failure } from '../failure';
import { GradeMark } from '../marks';
import type { PartProps } from '.';
import { asksReason, bandSays, problemsOf, readPoints, writePoints, type GradeDraft } from './grade-form';

interface GradeSheetProps extends PartProps {
  /** The grade in force; null before the first. */
  inForce: OfficialGrade | null;
  onClose: () => void;
}

/** The committee's own grade, beside the cell's. It goes down to the cell's phones. */
export function GradeSheet({ submission, reload, inForce, onClose }: GradeSheetProps) {
  const t = useT('committee');
  const toast = useToast();
  const { who, onLost } = useDesk();
  const { score } = submission.body;
  const [draft, setDraft] = useState<GradeDraft>(() => ({
    grade: inForce?.grade ?? score?.grade ?? null,
    points: writePoints(inForce ? inForce.points : (score?.points ?? null)),
    reason: inForce?.reason ?? '',
  }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Reason | null>(null);
  /** The same word is said again under the same id; another word is another. */
  const id = useRef<string>();
  const set = (change: Partial<GradeDraft>): void => {
    id.current = undefined;
    setDraft((now) => ({ ...now, ...change }));
  };
  const form = useRef<HTMLDivElement>(null);
  const problems = problemsOf(draft, score);
  const error = <K extends keyof typeof problems>(field: K): string | undefined => (tried && problems[field] ? t(`official.problem.${field}.${problems[field]}`) : undefined);
  const other = bandSays(draft, score ? findFrame(score.frame) : undefined);

  const send = async (): Promise<void> => {
    setTried(true);
    if (draft.grade === null || Object.keys(problems).length > 0) {
      // On a phone what is missing may stand above or below what is in sight.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    setFailed(null);
    const { grade } = draft;
    const answer = await call((client) =>
      client.say(submission.id, {
        kind: 'officialGrade',
        id: (id.current ??= client.newDirectiveId()),
        grade,
        points: readPoints(draft.points),
        reason: draft.reason.trim(),
        replaces: inForce?.id ?? null,
      }),
    );
    setBusy(false);
    if (!answer.ok && answer.reason === 'unauthorized') return onLost();
    if (!answer.ok) setFailed(answer.reason);
    if (!answer.ok && answer.reason === 'gradeTaken') id.current = undefined;
    // Somebody else was first: their word is fetched, and stands beside what was typed.
    if (answer.ok || answer.reason === 'gradeTaken') reload?.();
    if (!answer.ok) return;
    toast({ text: t('official.sent') });
    onClose();
  };

  return (
    <Sheet
      open
      title={t('official.formTitle')}
      closeLabel={t('common:close')}
      dismissible={false}
      onClose={onClose}
      footer={<Button size="large" variant="primary" icon="check" busy={busy} onClick={() => void send()}>{t('official.send')}</Button>}
    >
      <div ref={form} className="ui-stack ui-gap-5">
        <p className="ui-row">
          <span>{t('official.self')}</span>
          {score ? <span className="ui-row"><b className="ui-num">{`${formatNumber(score.points, 2)}/${formatNumber(score.total, 2)}`}</b> <GradeMark grade={score.grade} /></span> : <span className="ui-muted">{t('grade.none')}</span>}
        </p>
        <RadioGroup label={t('official.grade')} options={GRADES.map((value) => ({ value, label: t(`grade.${value}`) }))} value={draft.grade} onValue={(grade) => set({ grade })} error={error('grade')} />
        <Field label={score ? t('official.pointsOf', { total: formatNumber(score.total) }) : t('official.points')} hint={t('official.pointsHint')} error={error('points')}>
          <TextInput inputMode="decimal" value={draft.points} onValue={(points) => set({ points })} style={{ maxInlineSize: '8rem' }} />
        </Field>
        {other && <Banner tone="warn"><p>{t('official.band', { points: draft.points, grade: t(`grade.${other}`) })}</p></Banner>}
        <Field label={t('official.reason')} hint={t('official.reasonHint')} required={asksReason(draft, score)} error={error('reason')}>
          <TextArea rows={3} maxLength={2000} value={draft.reason} onValue={(reason) => set({ reason })} />
        </Field>
        {who && <p>{t('official.person', { person: who.person.name, office: who.person.office })}</p>}
        <p className="ui-caption">{t('official.goes')}</p>
        {failed && <Failure title={t('official.failed')} reason={failed} />}
      </div>
    </Sheet>
  );
}
