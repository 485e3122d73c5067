import { CONTRIBUTION_KINDS } from '@/domain';
import { useT } from '@/i18n';
import { Counter } from '@/ui';
import type { PartProps } from '.';

export function Speeches({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const { count, speakers, byKind } = body.contributions;
  return (
    <>
      <div className="cm-counters">
        <Counter value={count} caption={t('speeches.count')} />
        <Counter value={speakers} of={` / ${body.attendance.present}`} caption={t('speeches.speakers')} />
      </div>
      <ul role="list" className="ui-row" aria-label={t('speeches.byKind')}>
        {CONTRIBUTION_KINDS.map((kind) => (
          <li key={kind} className="ui-line ui-badge ui-tone-neutral">
            {t(`speeches.kind.${kind}`)} <b className="ui-num">{byKind[kind] ?? 0}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
