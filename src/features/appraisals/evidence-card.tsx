import { CONTRIBUTION_KINDS, type YearEvidence } from '@/domain';
import { useT } from '@/i18n';
import { Button, Card, DefinitionList, Row } from '@/ui';

/** What the book holds about the year, at a glance. */
export function EvidenceCard({ evidence: { meetings, contributions, duty, tasks, notes }, memberId }: { evidence: YearEvidence; memberId: string }) {
  const t = useT('appraisal');
  const said = CONTRIBUTION_KINDS.filter((kind) => contributions[kind] > 0);
  const count = said.reduce((sum, kind) => sum + contributions[kind], 0);
  const kinds = said.map((kind) => t(`help.kind.${kind}`, { count: contributions[kind] })).join(', ');
  return (
    <Card title={t('help.title')}>
      <p className="ui-muted">{t('help.lead')}</p>
      <DefinitionList
        items={[
          { term: t('help.meetings'), value: meetings.held === 0 ? t('help.meetingsNone') : t('help.meetingsText', { ...meetings }) },
          { term: t('help.said'), value: count === 0 ? t('help.saidText', { count }) : t('help.saidKinds', { count, kinds }) },
          ...(duty?.text.trim() ? [{ term: t('help.duty'), value: duty.text }] : []),
          { term: t('help.tasks'), value: t('help.tasksText', { done: tasks.done.length, late: tasks.late.length, open: tasks.open.length }) },
          { term: t('help.notes'), value: t('help.notesText', { self: notes.self.length, received: notes.received.length, settled: notes.settled.length }) },
        ]}
      />
      <Row><Button icon="lock" href={`/so-phe-binh/${memberId}`}>{t('help.notebook')}</Button></Row>
    </Card>
  );
}
