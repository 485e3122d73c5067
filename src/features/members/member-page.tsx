import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { appraisalId, readMember, recordKey, reviewYear, type CalendarDate, type Fields, type Member, type RecordKey } from '@/domain';
import { loadNamespaces, useT } from '@/i18n';
import { newId, useFields, useWrite } from '@/storage';
import { Button, Card, ConfirmDialog, EmptyState, PageHeader, RadioGroup, Row, Spinner, Stack, useToast } from '@/ui';
import { DateField } from './date-field';
import { PartySection } from './party-section';
import { StatusSection } from './status-section';
import { TextField } from './text-field';
import { useToday } from './use-members';

const LifeSection = lazy(() => import('./life/life-section'));
const MemberNow = lazy(() => import('./life/member-now'));

const LIST = '/dang-vien';

const PersonHistory = lazy(async () => {
  const [module] = await Promise.all([import('./person-history'), loadNamespaces(['memberHistory', 'meeting'])]);
  return module;
});

/** One member: every field, on the disk as it is typed. `moi` begins a new one. */
export function MemberPage() {
  const t = useT('members');
  const { id } = useParams<{ id: string }>();
  const [, navigate] = useLocation();
  // The new member has an address of its own at once, so that a reload finds what was typed.
  useEffect(() => {
    if (id === 'moi') navigate(`${LIST}/${newId()}`, { replace: true });
  }, [id, navigate]);
  if (id === 'moi') return null;
  if (!/^[a-z0-9]{8,64}$/.test(id)) {
    return <EmptyState icon="members" level={1} title={t('form.unknown')} action={<Button href={LIST}>{t('form.toList')}</Button>} />;
  }
  return <MemberForm record={recordKey('member', id)} id={id} />;
}

function MemberForm({ record, id }: { record: RecordKey; id: string }) {
  const t = useT('members');
  const today = useToday();
  const fields = useFields(record);
  if (!fields) return <Spinner>{t('common:loading')}</Spinner>;
  const member = readMember(id, fields);
  return (
    <Stack gap={5}>
      <PageHeader back={{ href: LIST, label: t('form.toList') }} title={member.name || t('form.new')} />
      <PersonSection record={record} member={member} today={today} />
      <Suspense>
        <MemberNow member={member} fields={fields} today={today} />
        <LifeSection member={member} today={today} />
      </Suspense>
      <PartySection record={record} member={member} today={today} />
      <StatusSection record={record} member={member} today={today} />
      {member.name !== '' && <Suspense><PersonHistory id={id} /></Suspense>}
      <Card title={t('form.other')}>
        <TextField record={record} field="note" label={t('field.note')} long />
        {member.name !== '' && (
          <Row>
            <Button icon="lock" href={`/so-phe-binh/${id}`}>{t('form.notebook')}</Button>
            <Button icon="star" href={`/kiem-diem/${appraisalId(reviewYear(today), id)}`}>{t('form.review', { year: reviewYear(today) })}</Button>
          </Row>
        )}
      </Card>
      <Row spread>
        <Button variant="primary" size="large" icon="check" href={LIST}>{t('form.done')}</Button>
        {Object.keys(fields).length > 0 && <DeleteMember record={record} fields={fields} />}
      </Row>
    </Stack>
  );
}

function PersonSection({ record, member, today }: { record: RecordKey; member: Member; today: CalendarDate }) {
  const t = useT('members');
  const write = useWrite();
  // Only for someone new; the name of a known member is not what one comes to change.
  const [isNew] = useState(member.name === '');
  return (
    <Card title={t('form.person')}>
      <TextField record={record} field="name" label={t('field.name')} required input={{ autoCapitalize: 'words', autoFocus: isNew }} />
      <RadioGroup
        strip
        label={t('field.sex')}
        value={member.sex}
        onValue={(value) => void write([{ key: record, field: 'sex', value }])}
        options={(['male', 'female'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
      />
      <DateField record={record} field="birthDate" label={t('field.birthDate')} latest={today} />
      <TextField record={record} field="job" label={t('field.job')} hint={t('form.jobHint')} />
      <TextField record={record} field="phone" label={t('field.phone')} input={{ type: 'tel', inputMode: 'tel' }} />
      {member.phone && <Row><Button href={`tel:${member.phone.replace(/[^\d+]/g, '')}`} icon="phone">{t('form.call')}</Button></Row>}
    </Card>
  );
}

function DeleteMember({ record, fields }: { record: RecordKey; fields: Fields }) {
  const t = useT('members');
  const write = useWrite();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const remove = async (): Promise<void> => {
    const put = (empty: boolean): Promise<boolean> => write(Object.entries(fields).map(([field, value]) => ({ key: record, field, value: empty ? null : value })));
    setAsked(false);
    if (!(await put(true))) return;
    toast({ text: t('delete.done'), action: { label: t('undo'), run: () => void put(false) } });
    navigate(LIST);
  };
  return (
    <>
      <Button variant="danger" icon="trash" onClick={() => setAsked(true)}>{t('delete.button')}</Button>
      <ConfirmDialog
        open={asked}
        danger
        title={t('delete.title')}
        confirmLabel={t('delete.confirm')}
        cancelLabel={t('delete.keep')}
        onConfirm={() => void remove()}
        onCancel={() => setAsked(false)}
      >
        {t('delete.text')}
      </ConfirmDialog>
    </>
  );
}
