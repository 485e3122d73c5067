import { useState } from 'react';
import { useT } from '@/i18n';
import { Banner, Chip, Disclosure, Row, Section } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { ExportWord } from '../work/export-word';
import { MinutesText } from '../work/minutes-text';
import { useMinutes } from '../work/use-minutes';
import { MinutesSection } from './minutes-section';

/** The minutes write themselves from the records; here the secretary has the last word on each section. */
export function MinutesBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  const { draft, merged, shown } = useMinutes(ctx);
  const [added, setAdded] = useState<string | null>(null);
  if (ctx.locked) {
    return <Section title={t('minutes.title')}><MinutesText minutes={shown} /></Section>;
  }
  const generated = new Map(draft.sections.map(({ id, text }) => [id, text]));
  const sections = new Map(merged.sections.map((section) => [section.id, section]));
  const isShown = (id: string): boolean => sections.has(id) || id === added || ctx.meeting.minutes[id] !== undefined;
  const empty = draft.slots.filter(({ id }) => !isShown(id));
  return (
    <Section title={t('minutes.title')} actions={<ExportWord ctx={ctx} minutes={merged} quiet />}>
      <p className="ui-muted">{t('minutes.hint')}</p>
      {merged.changed.length > 0 && <Banner tone="warn">{t('minutes.changedCount', { count: merged.changed.length })}</Banner>}
      {draft.slots.filter(({ id }) => isShown(id)).map((slot) => (
        <MinutesSection
          key={slot.id}
          ctx={ctx}
          slot={slot}
          section={sections.get(slot.id)}
          generated={generated.get(slot.id) ?? ''}
          editing={slot.id === added}
          onDone={() => setAdded(null)}
        />
      ))}
      {empty.length > 0 && (
        <Disclosure summary={t('minutes.addSection', { count: empty.length })}>
          <Row>
            {empty.map(({ id, heading }) => (
              <Chip
                key={id}
                icon="plus"
                onClick={() => {
                  void ctx.set({ [`minutes/${id}`]: { basis: '' }, [`minutes/${id}/text`]: '' });
                  setAdded(id);
                }}
              >
                {heading}
              </Chip>
            ))}
          </Row>
        </Disclosure>
      )}
    </Section>
  );
}
