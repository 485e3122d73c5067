import { useState } from 'react';
import { useParams } from 'wouter';
import { EXCEL_KINDS, type ExcelKind } from '@/documents';
import { useT } from '@/i18n';
import { Banner, Checkbox, Field, PageHeader, RadioGroup, Select, Spinner, Stack } from '@/ui';
import { FileButtons } from './file-buttons';
import type { Choice } from './make';
import { frameOf, useHeld, useHoldings, yearsOf, type Held, type Holdings } from './use-holdings';

/** The last part of this page's address for each file, and where its button stands. */
const PLACES: Record<ExcelKind, { path: string; from: string }> = {
  members: { path: 'dang-vien', from: '/dang-vien' },
  attendance: { path: 'du-hop', from: '/bao-cao' },
  tasks: { path: 'nhiem-vu', from: '/nhiem-vu' },
  scores: { path: 'cham-diem', from: '/bao-cao' },
};

/** A file of Excel out of the book: which, of what year, what it holds, and the warning that it leaves the lock behind. */
export function ExcelPage() {
  const t = useT('excel');
  const { what, year } = useParams<{ what?: string; year?: string }>();
  const asked = EXCEL_KINDS.find((kind) => PLACES[kind].path === what) ?? 'members';
  const holdings = useHoldings();
  const header = <PageHeader title={t('title')} subtitle={t('lead')} back={{ href: PLACES[asked].from, label: t(`back.${asked}`) }} />;
  return (
    <>
      {header}
      {holdings ? <Chooser holdings={holdings} asked={asked} year={Number(year)} /> : <Spinner>{t('common:loading')}</Spinner>}
    </>
  );
}

function Chooser({ holdings, asked, year }: { holdings: Holdings; asked: ExcelKind; year: number }) {
  const t = useT('excel');
  const years = yearsOf(holdings.directory, holdings.today);
  const [choice, setChoice] = useState<Choice>({ kind: asked, year: years.find((one) => one === year) ?? years[0] ?? 0, withNotes: false, withHead: true });
  const held = useHeld(holdings.directory, choice.year);
  const count = held && countOf(holdings, held);
  const { kind } = choice;
  return (
    <Stack gap={5}>
      <RadioGroup
        label={t('what.label')}
        hideLabel
        value={kind}
        onValue={(value) => setChoice({ ...choice, kind: value })}
        options={EXCEL_KINDS.map((value) => ({ value, label: t(`what.${value}`), hint: count && (count[value] > 0 ? t(`hint.${value}`, { count: count[value] }) : t(`nothing.${value}`)) }))}
      />
      {(kind === 'attendance' || kind === 'scores') && (
        <Field label={t('year')}>
          <Select value={choice.year} onValue={(value) => setChoice({ ...choice, year: Number(value) })}>
            {years.map((one) => <option key={one} value={one}>{one}</option>)}
          </Select>
        </Field>
      )}
      {kind === 'members' && <Checkbox checked={choice.withNotes} onValue={(withNotes) => setChoice({ ...choice, withNotes })} hint={t('withNotesHint')}>{t('withNotes')}</Checkbox>}
      {kind === 'attendance' && <Checkbox checked={choice.withHead} onValue={(withHead) => setChoice({ ...choice, withHead })} hint={t('withHeadHint')}>{t('withHead')}</Checkbox>}
      <Banner tone="warn" icon="unlock" title={t('warn.title')}>{t('warn.text')}</Banner>
      {held && count && <FileButtons choice={choice} holdings={holdings} held={held} empty={count[kind] === 0} />}
    </Stack>
  );
}

/** How much each file would hold. */
function countOf({ members, tasks }: Holdings, held: readonly Held[]): Record<ExcelKind, number> {
  return {
    members: members.length,
    attendance: held.filter(({ meeting: { kind, roster } }) => kind !== 'cellCommittee' && kind !== 'committee' && roster.length > 0).length,
    tasks: tasks.filter(({ what }) => what !== '').length,
    scores: held.filter((one) => frameOf(one) !== undefined).length,
  };
}
