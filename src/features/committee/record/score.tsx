import { formatNumber, useT } from '@/i18n';
import { findFrame } from '@/packs';
import type { MeetingRecord } from '@/sync/committee';
import { Heading, Table } from '@/ui';
import { GradeMark } from '../marks';
import type { PartProps } from '.';

type Sheet = NonNullable<MeetingRecord['score']>;

function Lines({ score }: { score: Sheet }) {
  const t = useT('committee');
  return (
    <Table caption={t('score.caption')} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('score.criterion')}</th>
          <th scope="col" className="ui-num">{t('score.points')}</th>
          <th scope="col" className="ui-num">{t('score.max')}</th>
        </tr>
      </thead>
      <tbody>
        {score.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.label}
              {line.reason?.trim() && <span className="ui-caption cm-under">{t('score.reason', { reason: line.reason })}</span>}
            </td>
            <td className={line.points < line.max ? 'ui-num ui-strong' : 'ui-num'}>{formatNumber(line.points, 2)}</td>
            <td className="ui-num ui-muted">{formatNumber(line.max, 2)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <span className="ui-row">
              {t('score.sum')} <GradeMark grade={score.grade} />
            </span>
          </th>
          <td className="ui-num ui-strong">{formatNumber(score.points, 2)}</td>
          <td className="ui-num ui-muted">{formatNumber(score.total, 2)}</td>
        </tr>
      </tfoot>
    </Table>
  );
}

export function Score({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const { score } = body;
  if (!score) return <p className="ui-muted">{t('score.none')}</p>;
  const frame = findFrame(score.frame);
  return (
    <>
      <p className="ui-muted">{frame ? t('score.frame', { title: frame.title, basis: frame.basis }) : t('score.frameId', { frame: score.frame })}</p>
      <Lines score={score} />
      <div>
        <Heading level={3}>{t('score.weakness')}</Heading>
        <p className="cm-text">{score.weakness.trim() || t('record.notNoted')}</p>
      </div>
    </>
  );
}
