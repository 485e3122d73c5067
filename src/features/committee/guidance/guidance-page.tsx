import { useState } from 'react';
import { dateInVietnam, monthOf } from '@/domain';
import { useT } from '@/i18n';
import type { GuidanceView, OverviewAnswer } from '@/sync/committee';
import { PageHeader, Spinner, Stack } from '@/ui';
import type { Client } from '../calls';
import { useDesk, useHeadingFocus, useMay } from '../desk';
import { Failure } from '../failure';
import { useLoad } from '../use-load';
import { History } from './history';
import { Now } from './now';
import { SetChoice } from './set-choice';
import { Wording } from './wording';

const askSaid = async (client: Client): Promise<readonly GuidanceView[]> => (await client.guidance()).guidance;
const askMonth = (client: Client, month: string): Promise<OverviewAnswer> => client.overview(month);

/** `/cap-uy/huong-dan`: which guidance the committee's cells follow, another one from a day on, and the official wording of its steps. */
export function GuidancePage() {
  const t = useT('guidance');
  const words = useT('committee');
  const { kept } = useDesk();
  const mayDirect = useMay('direct');
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const { value: said, failed, reload } = useLoad('guidance', 'all', askSaid);
  const month = useLoad('month', monthOf(today), askMonth);
  const cells = month.value?.cells.length ?? null;
  useHeadingFocus(true);
  const title = <PageHeader title={words('guidance')} subtitle={t('lead')} back={{ label: words('toOverview'), href: '/cap-uy' }} />;
  if (!said) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{words('loading')}</Spinner>}</>;
  const onSent = (view: GuidanceView): void => {
    // At once, and then as the server has it.
    kept.set('guidance/all', { value: [view, ...said.filter(({ id }) => id !== view.id)], at: Date.now() });
    reload();
  };
  return (
    <>
      {title}
      <Stack gap={6} className="cm-guidance">
        {failed && <Failure reason={failed} onRetry={reload} />}
        <Now said={said} today={today} />
        {mayDirect && <SetChoice today={today} cells={cells} onSent={onSent} />}
        {mayDirect && <Wording said={said} today={today} cells={cells} onSent={onSent} />}
        <History said={said} />
      </Stack>
    </>
  );
}
