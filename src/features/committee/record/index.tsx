import type { ComponentType, MouseEvent } from 'react';
import { useT } from '@/i18n';
import type { OpenedMeeting } from '@/sync/committee';
import { Disclosure, Section } from '@/ui';
import { useRoomy } from '../use-roomy';
import { Attendance } from './attendance';
import { Conclusion, Documents, MinutesText, Petitions } from './texts';
import { General } from './general';
import { Glance } from './glance';
import { Official } from './official';
import { ReceiptPart } from './receipt';
import { Score } from './score';
import { Speeches } from './speeches';
import { Steps, Warnings } from './steps';
import { Tasks } from './tasks';
import { Votes } from './votes';

export interface PartProps {
  readonly submission: OpenedMeeting;
  /** Fetches the record anew; where there is none the page only shows. */
  readonly reload?: (() => void) | undefined;
}

/** Every part of a record, in the order of the meeting itself; the name is that of its words. */
const PARTS: readonly { name: string; Part: ComponentType<PartProps> }[] = [
  { name: 'general', Part: General },
  { name: 'attendance', Part: Attendance },
  { name: 'steps', Part: Steps },
  { name: 'warnings', Part: Warnings },
  { name: 'documents', Part: Documents },
  { name: 'speeches', Part: Speeches },
  { name: 'conclusion', Part: Conclusion },
  { name: 'tasks', Part: Tasks },
  { name: 'votes', Part: Votes },
  { name: 'petitions', Part: Petitions },
  { name: 'score', Part: Score },
  { name: 'official', Part: Official },
  { name: 'minutesText', Part: MinutesText },
  { name: 'receipt', Part: ReceiptPart },
];

function Contents() {
  const t = useT('committee');
  const jump = (name: string, event: MouseEvent): void => {
    const part = document.getElementById(`cm-${name}`);
    if (!part) return;
    // The address stays: going back leads to the overview, not through the parts that were looked at.
    event.preventDefault();
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  };
  return (
    <nav className="cm-contents ui-no-print" aria-label={t('record.contents')}>
      <ol role="list">
        {PARTS.map(({ name }) => (
          <li key={name}>
            <a className="ui-tap" href={`#cm-${name}`} onClick={(event) => jump(name, event)}>{t(`${name}.title`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A record whole: at a glance, then part by part. */
export function Record({ submission, reload }: PartProps) {
  const t = useT('committee');
  const [ref, roomy] = useRoomy<HTMLDivElement>(64);
  return (
    <div ref={ref} className="ui-stack ui-gap-5">
      <Glance submission={submission} />
      <div className={roomy ? 'cm-beside' : 'ui-stack'}>
        {roomy ? (
          <Contents />
        ) : (
          <Disclosure className="ui-no-print" summary={t('record.contents')}>
            <Contents />
          </Disclosure>
        )}
        <div className="ui-stack ui-gap-6 cm-parts">
          {PARTS.map(({ name, Part }) => (
            <Section key={name} id={`cm-${name}`} tabIndex={-1} title={t(`${name}.title`)}>
              <Part submission={submission} reload={reload} />
            </Section>
          ))}
        </div>
      </div>
    </div>
  );
}
