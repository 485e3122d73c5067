import { formatDate, formatMoment, formatTime, useT } from '@/i18n';
import { DefinitionList } from '@/ui';
import type { PartProps } from '.';

export function General({ submission: { body, cell } }: PartProps) {
  const t = useT('committee');
  const { procedure, guests } = body;
  const noted = (text: string): string => text.trim() || t('record.notNoted');
  return (
    <DefinitionList
      className="ui-card"
      items={[
        { term: t('general.kind'), value: t(`kind.${body.kind}`) },
        { term: t('general.cell'), value: cell.name === body.cellName ? cell.name : t('general.cellWritten', { name: cell.name, written: body.cellName }) },
        { term: t('general.date'), value: formatDate(body.date) },
        { term: t('general.time'), value: t('general.fromTo', { from: formatTime(body.startedAt), to: formatTime(body.endedAt), minutes: body.minutes }) },
        { term: t('general.place'), value: noted(body.place) },
        { term: t('general.chair'), value: t('common:comradeName', { name: body.chair }) },
        { term: t('general.clerk'), value: t('common:comradeName', { name: body.clerk }) },
        {
          term: t('general.guests'),
          value:
            guests.length === 0 ? (
              t('record.none')
            ) : (
              <ul role="list">
                {guests.map(({ name, role }, index) => (
                  <li key={index}>{role.trim() ? `${name}, ${role}` : name}</li>
                ))}
              </ul>
            ),
        },
        { term: t('general.closed'), value: formatMoment(body.closedAt) },
        {
          term: t('general.procedure'),
          value: (
            <>
              {procedure.basis} <span className="ui-caption">{`(${procedure.id}, ${procedure.version})`}</span>
            </>
          ),
        },
      ]}
    />
  );
}
