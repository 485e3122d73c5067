import { treeOn, type BodyHistory } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Disclosure, List, ListRow } from '@/ui';
import { TEXTS, type Preview as Worked, type Touched } from './differences';

/** How many stand in sight. */
const IN_SIGHT = 12;

function useLines(history: BodyHistory, from: string): (one: Touched) => string[] {
  const t = useT('organisation');
  const tree = treeOn(history, from);
  const nameOf = (id: string | null): string => (id === null ? '' : (tree.placed.get(id)?.period.name ?? history.periods.findLast(({ body }) => body === id)?.name ?? ''));
  const orNone = (text: string): string => text || t('nothing');
  return ({ body, before, after }) => {
    if (before === null) return [t('preview.added', { kind: t(`kind.${history.bodies.find(({ id }) => id === body)?.kind ?? 'cell'}`), superior: orNone(nameOf(after.superior)) })];
    if (after.ended) return [after.successors.length > 0 ? t(`preview.${after.act}`, { into: after.successors.map(nameOf).join(', ') }) : t('preview.end')];
    return [
      ...TEXTS.filter((field) => before[field] !== after[field]).map((field) => t('preview.text', { field: t(`field.${field}`), before: orNone(before[field]), after: orNone(after[field]) })),
      ...(before.superior === after.superior ? [] : [t('preview.moved', { before: orNone(nameOf(before.superior)), after: orNone(nameOf(after.superior)) })]),
      ...(after.act === 'split' ? [t('preview.parts', { into: after.successors.map(nameOf).join(', ') })] : []),
    ];
  };
}

/** What would come of a change, body by body; or why it cannot be. */
export function Preview({ preview, from, where }: { preview: Worked; from: string; where?: string }) {
  const t = useT('organisation');
  if (!preview.ok) return <Banner tone="danger" title={where ?? t('preview.cannot')}><p>{t(`problem.${preview.problem}`)}</p></Banner>;
  return <Lines preview={preview} from={from} />;
}

function Lines({ preview, from }: { preview: Extract<Worked, { ok: true }>; from: string }) {
  const t = useT('organisation');
  const linesOf = useLines(preview.history, from);
  const rows = preview.touched.map((one) => (
    <ListRow key={one.body} title={<span className="ui-strong">{one.before?.name ?? one.after.name}</span>} subtitle={linesOf(one).map((line) => <span key={line} className="ui-stack">{line}</span>)} />
  ));
  if (rows.length === 0) return <Banner icon="info"><p>{t('preview.nothing')}</p></Banner>;
  return (
    <>
      <p className="ui-strong" role="status">{t('preview.count', { count: rows.length })}</p>
      <List boxed>{rows.slice(0, IN_SIGHT)}</List>
      {rows.length > IN_SIGHT && <Disclosure summary={t('preview.more', { count: rows.length - IN_SIGHT })}><List boxed>{rows.slice(IN_SIGHT)}</List></Disclosure>}
    </>
  );
}
