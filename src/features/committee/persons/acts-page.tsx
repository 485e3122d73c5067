import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { ActsAnswer } from '@/sync/committee';
import { Button, EmptyState, List, ListRow, PageHeader, Spinner, Stack } from '@/ui';
import type { Client } from '../calls';
import { useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { useLoad } from '../use-load';
import { useTask } from './use-task';

const askActs = (client: Client): Promise<ActsAnswer> => client.acts('');
type Entry = ActsAnswer['acts'][number];

/** What a person did, in words; nothing of what stands in documents. */
function Row({ entry: { at, act, person, office, cell, about } }: { entry: Entry }) {
  const t = useT('persons');
  const of = cell ?? about;
  return <ListRow title={`${t(`act.${act}`)}${of && of !== person ? `: ${of}` : ''}`} subtitle={`${person}, ${office} · ${formatMoment(at)}`} />;
}

/** `/cap-uy/tai-khoan/nhat-ky`: the acts of all persons, the newest first. */
export function ActsPage() {
  const t = useT('persons');
  const { value, failed, reload } = useLoad('acts', 'all', askActs);
  const [more, setMore] = useState<ActsAnswer | null>(null);
  const task = useTask();
  useHeadingFocus(true);
  const title = <PageHeader title={t('acts.title')} subtitle={t('acts.lead')} back={{ label: t('acts.back'), href: '/cap-uy/tai-khoan' }} />;
  if (!value) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{t('committee:loading')}</Spinner>}</>;
  const all = [...value.acts, ...(more?.acts ?? [])];
  const next = more ? more.next : value.next;
  const onMore = (): void => void task.run((client) => client.acts(next ?? '')).then((answer) => answer.ok && setMore({ acts: [...(more?.acts ?? []), ...answer.value.acts], next: answer.value.next }));
  return (
    <>
      {title}
      <Stack gap={4} className="cm-parts">
        {(failed ?? task.failed) && <Failure reason={(failed ?? task.failed)!} onRetry={reload} />}
        {all.length === 0 ? <EmptyState icon="clock" level={2} title={t('acts.none')} /> : <List boxed>{all.map((entry, index) => <Row key={index} entry={entry} />)}</List>}
        {next !== null && <div><Button busy={task.busy} onClick={onMore}>{t('acts.more')}</Button></div>}
      </Stack>
    </>
  );
}
