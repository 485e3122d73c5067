import { lazy, Suspense, useState } from 'react';
import { gradesGiven, readDirectives, type Fields, type OfficialGrade } from '@/domain';
import { formatMoment, formatNumber, useT } from '@/i18n';
import type { OpenedMeeting } from '@/sync/committee';
import { Badge, Button, Card, Disclosure } from '@/ui';
import { useMay } from '../desk';
import { GradeMark } from '../marks';
import type { PartProps } from '.';

const GradeSheet = lazy(() => import('./grade-sheet').then(({ GradeSheet: sheet }) => ({ default: sheet })));

/** A grade that the committee has given, and when the cell first saw it. */
interface Given {
  readonly grade: OfficialGrade;
  readonly seenAt: string | null;
}

/** The grades that the committee has given this meeting, the one in force last. */
export function givenTo({ directives = [], body }: OpenedMeeting): readonly Given[] {
  const seen = new Map(directives.map(({ directive, seenAt }) => [directive.id, seenAt]));
  const all = readDirectives(directives.map(({ directive: { id, ...fields } }) => ({ id, fields: fields as unknown as Fields })));
  return gradesGiven(body.meetingId, all).map((grade) => ({ grade, seenAt: seen.get(grade.id) ?? null }));
}

function Seen({ seenAt }: Pick<Given, 'seenAt'>) {
  const t = useT('committee');
  return seenAt ? <Badge tone="ok" icon="check">{t('official.seen', { at: formatMoment(seenAt) })}</Badge> : <Badge tone="neutral" icon="clock">{t('official.unseen')}</Badge>;
}

function One({ grade: { grade, points, total, reason, issuedAt, issuedBy }, seenAt }: Given) {
  const t = useT('committee');
  return (
    <div className="ui-stack ui-gap-2">
      <div className="ui-row">
        {points !== null && <b className="ui-h2 ui-num">{total === null ? formatNumber(points, 2) : `${formatNumber(points, 2)}/${formatNumber(total, 2)}`}</b>}
        <GradeMark grade={grade} />
      </div>
      <p className="cm-text">{reason.trim() || t('official.noReason')}</p>
      <p className="ui-caption">{t('official.by', { person: issuedBy.person || issuedBy.committee, at: formatMoment(issuedAt) })}</p>
      <div className="ui-row"><Seen seenAt={seenAt} /></div>
    </div>
  );
}

/** The committee's own grade beside the cell's: the one in force, those before it, and the way to give one. */
export function Official({ submission, reload }: PartProps) {
  const t = useT('committee');
  const [open, setOpen] = useState(false);
  const mayGrade = useMay('grade');
  const given = givenTo(submission);
  const inForce = given.at(-1);
  const earlier = given.slice(0, -1).reverse();
  return (
    <>
      {inForce ? <Card className="cm-card"><One {...inForce} /></Card> : <p className="ui-muted">{t('official.none')}</p>}
      {earlier.length > 0 && (
        <Disclosure summary={t('official.earlier', { count: earlier.length })}>
          <ol role="list" className="ui-stack ui-gap-3">
            {earlier.map((one) => <li key={one.grade.id} className="ui-card cm-card"><One {...one} /></li>)}
          </ol>
        </Disclosure>
      )}
      {reload && mayGrade && (
        <div className="ui-no-print">
          <Button size="large" variant={inForce ? 'secondary' : 'primary'} icon="star" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t(inForce ? 'official.change' : 'official.give')}</Button>
        </div>
      )}
      <Suspense>{open && <GradeSheet submission={submission} reload={reload} inForce={inForce?.grade ?? null} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
