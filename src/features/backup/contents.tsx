import { formatMoment, useT } from '@/i18n';
import type { OpenedBackup } from '@/storage/backup';
import { Card, DefinitionList } from '@/ui';
import { shownCount } from './counts';

/** What a backup holds, by numbers that two people can compare. `made`: the word for its moment. */
export function Contents({ backup: { cellName, counts, told, log, unsent, pieces }, made }: { backup: OpenedBackup; made: string }) {
  const t = useT('backup');
  const numbers = [
    ['members', counts.member],
    ['meetings', counts.meeting],
    ['tasks', counts.task],
    ['submissions', counts.submission],
    ['reviews', counts.review],
    ['files', new Set(pieces.map(({ file }) => file)).size],
    ['unsent', log ? unsent : 0],
  ] as const;
  return (
    <Card>
      <DefinitionList
        items={[
          { id: 'cell', term: t('restore.preview.cell'), value: cellName || t('restore.preview.noName') },
          { id: 'made', term: made, value: formatMoment(told.made) },
          ...numbers.filter(([name, count]) => (count ?? 0) > 0 || name === 'members' || name === 'meetings').map(([name, count]) => ({ id: name, term: t(`restore.preview.${name}`), value: shownCount(count) })),
          { id: 'app', term: t('restore.preview.app'), value: told.app },
        ]}
      />
    </Card>
  );
}
