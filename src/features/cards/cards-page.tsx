import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { useFields, useWrite } from '@/storage';
import { Button, EmptyState, PageHeader, Spinner, Stack } from '@/ui';
import { Choose } from './choose';
import { Sheets } from './sheets';
import { makeCard, useCardMembers, useToday, type CardMember } from './use-card-members';
import './cards.css';

/** Cards for the roll: for whom, then the sheets to be printed. A card is made when it is first shown to be printed. */
export function CardsPage() {
  const t = useT('cards');
  const today = useToday();
  const write = useWrite();
  const members = useCardMembers(today);
  const cell = useFields('cell:cell');
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [shown, setShown] = useState(false);
  const header = <PageHeader className="ui-no-print" title={t('title')} subtitle={t('lead')} back={{ label: t('toList'), href: '/dang-vien' }} />;
  if (!members || !cell) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  if (members.length === 0) return <>{header}<EmptyState icon="members" title={t('empty')} action={<Button href="/dang-vien">{t('toList')}</Button>} /></>;
  // At first: whoever has none.
  const selected = chosen ?? new Set(members.filter(({ card }) => !card).map(({ id }) => id));
  const picked = members.filter(({ id }) => selected.has(id));
  const make = async (): Promise<void> => {
    const wanting = picked.filter(({ card }) => !card);
    if (wanting.length > 0 && !(await write(wanting.map((member) => makeCard(member, today))))) return;
    setChosen(selected);
    setShown(true);
  };
  if (!shown) return <>{header}<Choose members={members} selected={selected} today={today} onSelect={setChosen} onMake={() => void make()} /></>;
  return <>{header}<ToPrint members={picked} cell={typeof cell['name'] === 'string' ? cell['name'] : ''} onBack={() => setShown(false)} /></>;
}

function ToPrint({ members, cell, onBack }: { members: readonly CardMember[]; cell: string; onBack: () => void }) {
  const t = useT('cards');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <Stack gap={4}>
      <Stack gap={3} className="ui-no-print">
        <h2 className="ui-h2" tabIndex={-1} ref={heading}>{t('sheet.title')}</h2>
        <p>{t('sheet.text')}</p>
        <Button variant="primary" size="large" icon="print" block onClick={() => print()}>{t('sheet.print')}</Button>
        <Button block onClick={onBack}>{t('sheet.back')}</Button>
        <p className="ui-muted">{t('sheet.noPrinter')}</p>
      </Stack>
      <Sheets members={members} cell={cell} />
    </Stack>
  );
}
