import { useState } from 'react';
import type { ClosedReport } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Chip, Disclosure, Heading, Row, Section, Stack } from '@/ui';
import { Lines, ReportSection } from './section';
import type { ReportView } from './use-report';

/** The text as it was closed. */
export function ClosedText({ final }: { final: ClosedReport }) {
  return (
    <article className="ui-card ui-stack" lang="vi">
      {final.sections.map(({ id, heading, text }) => (
        <div key={id}>
          <Heading level={3}>{heading}</Heading>
          <Lines text={text} />
        </div>
      ))}
    </article>
  );
}

/** The report writes itself from the records; here the secretary has the last word on each section. */
export function Sections({ view }: { view: ReportView }) {
  const t = useT('report');
  const write = useWrite();
  const [added, setAdded] = useState<string | null>(null);
  const { composed: { draft }, merged, report } = view;
  const generated = new Map(draft.sections.map(({ id, text }) => [id, text]));
  const sections = new Map(merged.sections.map((section) => [section.id, section]));
  const isShown = (id: string): boolean => sections.has(id) || id === added || report.edits[id] !== undefined;
  const empty = draft.slots.filter(({ id }) => !isShown(id));
  const add = (id: string): void => {
    void write([
      { key: view.key, field: `sec/${id}`, value: { basis: '' } },
      { key: view.key, field: `sec/${id}/text`, value: '' },
    ]);
    setAdded(id);
  };
  return (
    <Section title={t('section.title')}>
      <p className="ui-muted">{t('section.hint')}</p>
      <Stack gap={3}>
        {draft.slots.filter(({ id }) => isShown(id)).map((slot) => (
          <ReportSection key={slot.id} view={view} slot={slot} section={sections.get(slot.id)} generated={generated.get(slot.id) ?? ''} editing={slot.id === added} onDone={() => setAdded(null)} />
        ))}
      </Stack>
      {empty.length > 0 && (
        <Disclosure summary={t('section.add', { count: empty.length })}>
          <Row>{empty.map(({ id, heading }) => <Chip key={id} icon="plus" onClick={() => add(id)}>{heading}</Chip>)}</Row>
        </Disclosure>
      )}
    </Section>
  );
}
