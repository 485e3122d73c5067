import { lazy, Suspense, useMemo, useState } from 'react';
import { compareNames, matchesText, standingOn, statusOn, type CalendarDate, type Member } from '@/domain';
import { formatDate, formatNumber, useT, type Translate } from '@/i18n';
import { Badge, Button, ChipGroup, EmptyState, Field, List, ListRow, PageHeader, Row, Spinner, Stack, TextInput } from '@/ui';
import { CATEGORIES, countCategories, isIn, type Category } from './categories';
import { AddMember } from './life/add-sheet';
import { useMembers, useToday } from './use-members';

const Attention = lazy(() => import('./attention'));
const OpenLives = lazy(() => import('./life/open-lives'));

/** The register: everyone by given name, found without tone marks. */
export function MembersPage() {
  const t = useT('members');
  const members = useMembers();
  const sorted = useMemo(() => members && [...members].sort((a, b) => compareNames(a.name, b.name)), [members]);
  const buttons = (
    <Row>
      <AddMember today={useToday()} />
      <Button href="/dang-vien/nhap" icon="upload">{t('list.import')}</Button>
      {sorted && sorted.length > 0 && <Button href="/dang-phi" icon="check">{t('dues.title')}</Button>}
      {sorted && sorted.length > 0 && <Button href="/xuat-excel/dang-vien" icon="download">{t('list.export')}</Button>}
      {sorted && sorted.length > 0 && <Button href="/phan-cong" icon="task">{t('list.duties')}</Button>}
      {sorted && sorted.length > 0 && <Button href="/dang-vien/the-qr" icon="qr">{t('list.cards')}</Button>}
    </Row>
  );
  return (
    <Stack>
      <PageHeader title={t('title')} actions={sorted && sorted.length > 0 ? buttons : undefined} />
      {!sorted && <Spinner>{t('common:loading')}</Spinner>}
      {sorted?.length === 0 && (
        <EmptyState icon="members" title={t('empty.title')} action={buttons}>
          {t('empty.text')}
        </EmptyState>
      )}
      {sorted && sorted.length > 0 && <Suspense><Attention /></Suspense>}
      {sorted && <Suspense><OpenLives /></Suspense>}
      {sorted && sorted.length > 0 && <Register members={sorted} />}
    </Stack>
  );
}

function Register({ members }: { members: readonly Member[] }) {
  const t = useT('members');
  const today = useToday();
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState<Category>('all');
  const counts = useMemo(() => countCategories(members, today), [members, today]);
  const searching = query.trim() !== '';
  const shown = members.filter((member) => isIn(category, member, today) && (!searching || isFound(member, query)));
  return (
    <Stack gap={3}>
      <Field label={t('list.search')} hideLabel>
        <TextInput type="search" placeholder={t('list.search')} autoComplete="off" enterKeyHint="search" value={query} onValue={setQuery} />
      </Field>
      <ChipGroup
        label={t('list.categories')}
        value={category}
        onValue={(value) => setCategory(value ?? 'all')}
        clearable
        options={CATEGORIES.filter((name) => name === 'all' || name === category || counts[name] > 0).map((name) => ({
          value: name,
          label: t(`category.${name}`),
          count: formatNumber(counts[name]),
        }))}
      />
      <p role="status" className={searching ? 'ui-caption' : 'ui-hidden'}>{t('list.found', { count: shown.length })}</p>
      {shown.length > 0 && (
        <List boxed aria-label={t('title')}>
          {shown.map((member) => (
            <ListRow
              key={member.id}
              href={`/dang-vien/${member.id}`}
              title={member.name || t('unnamed')}
              subtitle={subtitleOf(member, t)}
              trailing={<Badges member={member} today={today} />}
            />
          ))}
        </List>
      )}
    </Stack>
  );
}

/** By any words of the name, or by the beginning of the card or phone number. */
function isFound(member: Member, query: string): boolean {
  const digits = query.replace(/[\s.]/g, '');
  if (!/^\d+$/.test(digits)) return matchesText(member.name, query);
  return [member.cardNumber, member.phone].some((number) => number?.replace(/[\s.]/g, '').startsWith(digits));
}

function subtitleOf(member: Member, t: Translate): string | undefined {
  const parts = [member.position === 'none' ? '' : t(`position.${member.position}`), member.job ?? ''].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' · ');
  return member.birthDate ? t('list.born', { date: formatDate(member.birthDate) }) : undefined;
}

function Badges({ member, today }: { member: Member; today: CalendarDate }) {
  const t = useT('members');
  const status = statusOn(member, today);
  return (
    <>
      {standingOn(member, today) === 'probationary' && <Badge tone="info">{t('standing.probationary')}</Badge>}
      {status !== 'active' && <Badge tone={status === 'suspended' ? 'danger' : 'neutral'}>{t(`statusShort.${status}`)}</Badge>}
    </>
  );
}
