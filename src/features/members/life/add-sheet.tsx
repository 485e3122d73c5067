import { useState } from 'react';
import { ARRIVALS, type CalendarDate } from '@/domain';
import { useT } from '@/i18n';
import { Button, List, ListRow, Sheet } from '@/ui';
import { useBegin } from './begin';

/** How somebody comes into the book: they are here already, they are admitted, they come from another cell for good or for a time. */
export function AddMember({ today }: { today: CalendarDate }) {
  const t = useT('life');
  const members = useT('members');
  const begin = useBegin(today);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon="person-add" aria-haspopup="dialog" onClick={() => setOpen(true)}>{members('list.add')}</Button>
      <Sheet open={open} title={t('add.title')} closeLabel={t('common:close')} onClose={() => setOpen(false)}>
        <List>
          <ListRow href="/dang-vien/moi" title={<span className="ui-strong">{t('add.here')}</span>} subtitle={t('add.hereHint')} />
          {ARRIVALS.map((kind) => (
            <ListRow key={kind} onClick={() => void begin(kind)} title={<span className="ui-strong">{t(`kind.${kind}`)}</span>} subtitle={t(`hint.${kind}`)} />
          ))}
        </List>
      </Sheet>
    </>
  );
}
