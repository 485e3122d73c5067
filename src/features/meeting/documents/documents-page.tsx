import { useState } from 'react';
import { useParams } from 'wouter';
import type { DocumentKind } from '@/documents';
import { recordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { allDocumentRules } from '@/packs/documents';
import { Banner, Button, EmptyState, Icon, List, ListRow, PageHeader, Section, Slot, Spinner, Stack } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { useMeeting } from '../use-meeting';
import { DocumentSheet } from './document-sheet';
import { useKindInput, useKinds, type Kinds } from './use-input';

/** What an evening needs beforehand; the rest comes of it. */
const BEFORE: readonly DocumentKind[] = ['notice', 'invitation', 'programme', 'thematicPlan', 'thematicOutline', 'attendance', 'ballot'];

/** The documents that a meeting's records make, each as Word or PDF. */
export function DocumentsPage(_props: object) {
  const t = useT('documents');
  const { id } = useParams<{ id: string }>();
  const ctx = useMeeting(id);
  const kinds = useKinds();
  const back = { label: t('back'), href: `/cuoc-hop/${id}` };
  if (ctx === 'loading' || kinds === 'loading') return <><PageHeader title={t('title')} back={back} /><Spinner>{t('common:loading')}</Spinner></>;
  if (typeof ctx === 'string') {
    return <EmptyState icon="document" level={1} title={t(`meeting:page.${ctx}`)} action={<Button href="/cuoc-hop">{t('meeting:page.list')}</Button>}>{t(`meeting:page.${ctx}Text`)}</EmptyState>;
  }
  const { kind, date } = ctx.meeting;
  return (
    <>
      <PageHeader title={t('title')} subtitle={`${t(`meeting:kind.${kind}`)}, ${formatDate(date)}`} back={back} />
      <Stack gap={5}>
        {kinds === 'failed' ? <Banner tone="danger" title={t('failed.title')}>{t('failed.text')}</Banner> : <Documents ctx={ctx} kinds={kinds} />}
        <Slot name="attachments" owner={recordKey('meeting', id)} level={2} />
      </Stack>
    </>
  );
}

function Documents({ ctx, kinds }: { ctx: MeetingContext; kinds: Kinds }) {
  const t = useT('documents');
  const input = useKindInput(ctx);
  const [shown, setShown] = useState<DocumentKind | null>(null);
  const all = kinds.documentsOf(ctx.meeting, allDocumentRules, input.frame !== null);
  const group = (title: string, some: readonly DocumentKind[]) => some.length > 0 && (
    <Section title={title}>
      <List boxed>
        {some.map((kind) => <ListRow key={kind} leading={<Icon name="document" />} title={t(`kind.${kind}`)} subtitle={t(`short.${kind}`)} trailing={<Icon name="chevron-right" className="ui-muted" />} onClick={() => setShown(kind)} />)}
      </List>
    </Section>
  );
  if (all.length === 0) return <EmptyState icon="document" title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    <Stack gap={5}>
      <p className="ui-muted">{t('lead')}</p>
      {group(t('before'), all.filter((kind) => BEFORE.includes(kind)))}
      {group(t('after'), all.filter((kind) => !BEFORE.includes(kind)))}
      {shown && <DocumentSheet key={shown} kind={shown} input={input} kinds={kinds} onClose={() => setShown(null)} />}
    </Stack>
  );
}
