import type { PlanIssue } from '@/domain';
import { useT } from '@/i18n';
import { Disclosure, Icon, List, ListRow, Section } from '@/ui';
import { mend } from './arrange';
import type { PlanView, Shown } from './use-plan';
import { issueWords } from './words';

/** So many stand in sight; the others one press away. */
const FIRST = 5;

/** What is to be minded, the most urgent first; each leads to where it is mended. */
export function Issues({ view, onShow }: { view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const { issues } = view.state;
  const rest = issues.slice(FIRST);
  return (
    <Section title={t('issues')}>
      {issues.length === 0 ? (
        <p className="ui-line"><Icon name="check" />{t('noIssues')}</p>
      ) : (
        <IssueList issues={issues.slice(0, FIRST)} view={view} onShow={onShow} />
      )}
      {rest.length > 0 && (
        <Disclosure summary={t('moreIssues', { count: rest.length })}>
          <IssueList issues={rest} view={view} onShow={onShow} />
        </Disclosure>
      )}
    </Section>
  );
}

function IssueList({ issues, view, onShow }: { issues: readonly PlanIssue[]; view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  return (
    <List boxed>
      {issues.map((issue) => {
        const words = issueWords(t, issue, view.rules.leadDays);
        const to = mend(issue);
        const grave = issue.level === 'late' || issue.level === 'conflict';
        return (
          <ListRow
            key={`${issue.what}.${issue.on}.${issue.visitId ?? issue.quarters?.join('') ?? ''}`}
            {...('href' in to ? { href: to.href } : { onClick: () => onShow(to.shown) })}
            leading={<Icon name={grave ? 'warning' : issue.level === 'note' ? 'info' : 'clock'} />}
            title={<span className="ui-strong">{t(`issue.${issue.what}.title`, words)}</span>}
            subtitle={<span className={grave ? 'ui-error' : undefined}>{t(`issue.${issue.what}.text`, words)}</span>}
          />
        );
      })}
    </List>
  );
}
