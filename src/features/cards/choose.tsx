import { useState } from 'react';
import type { CalendarDate } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useWrite } from '@/storage';
import { BottomActions, Button, Checkbox, Chip, ConfirmDialog, List, Row, Section, Stack, useToast } from '@/ui';
import { CARDS_A_PAGE } from './sheets';
import { replaceCards, type CardMember } from './use-card-members';

export interface ChooseProps {
  members: readonly CardMember[];
  selected: ReadonlySet<string>;
  today: CalendarDate;
  onSelect: (ids: ReadonlySet<string>) => void;
  onMake: () => void;
}

/** For whom cards are printed, and whose was lost. */
export function Choose({ members, selected, today, onSelect, onMake }: ChooseProps) {
  const t = useT('cards');
  const toast = useToast();
  const write = useWrite();
  const [lost, setLost] = useState<CardMember | null>(null);
  const without = members.filter(({ card }) => !card);
  const turn = (id: string, on: boolean): void => onSelect(new Set(on ? [...selected, id] : [...selected].filter((one) => one !== id)));
  const is = (all: readonly CardMember[]): boolean => all.length > 0 && selected.size === all.length && all.every(({ id }) => selected.has(id));
  const chip = (key: string, all: readonly CardMember[]) => (
    <Chip pressed={is(all)} count={all.length} onClick={() => onSelect(new Set(is(all) ? [] : all.map(({ id }) => id)))}>{t(key)}</Chip>
  );
  const replace = async (member: CardMember): Promise<void> => {
    setLost(null);
    if (!(await write(replaceCards(member, today)))) return;
    onSelect(new Set([member.id]));
    toast({ text: t('lost.done', { name: member.name }) });
  };
  return (
    <Stack gap={4}>
      <p>{t('what')}</p>
      <Section title={t('choose.title')}>
        <Row role="group" aria-label={t('choose.title')}>
          {chip('choose.all', members)}
          {without.length > 0 && without.length < members.length && chip('choose.none', without)}
        </Row>
        {selected.size > 0 && <p className="ui-caption" role="status">{t('choose.pages', { count: Math.ceil(selected.size / CARDS_A_PAGE) })}</p>}
        <List boxed aria-label={t('choose.list')}>
          {members.map((member) => (
            <li key={member.id}>
              <Checkbox className="ui-grow" checked={selected.has(member.id)} onValue={(on) => turn(member.id, on)} hint={member.card?.madeOn ? t('choose.has', { date: formatDate(member.card.madeOn) }) : t('choose.hasNot')}>
                {member.name}
              </Checkbox>
              {member.card && <Button variant="quiet" aria-label={t('choose.lostOf', { name: member.name })} onClick={() => setLost(member)}>{t('choose.lost')}</Button>}
            </li>
          ))}
        </List>
      </Section>
      <BottomActions>
        <Button variant="primary" size="large" icon="qr" disabled={selected.size === 0} onClick={onMake}>{t('choose.make', { count: selected.size })}</Button>
      </BottomActions>
      <ConfirmDialog open={lost !== null} title={t('lost.title', { name: lost?.name ?? '' })} confirmLabel={t('lost.confirm')} cancelLabel={t('lost.cancel')} onConfirm={() => lost && void replace(lost)} onCancel={() => setLost(null)}>
        <p>{t('lost.text')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
