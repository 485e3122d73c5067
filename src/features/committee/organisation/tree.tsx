import { useState } from 'react';
import { branchOf, clusterOn, foldText, matchesText, meets, type BodyTree, type Placed } from '@/domain';
import { useT } from '@/i18n';
import { Badge, IconButton, List, ListRow } from '@/ui';

/** How many of what was found are shown. */
const MOST = 60;

function Facts({ one, tree }: { one: Placed; tree: BodyTree }) {
  const t = useT('organisation');
  const cells = meets(one.body.kind) ? 0 : branchOf(tree, one.body.id).filter(({ body }) => meets(body.kind)).length;
  return <>{[t(`kind.${one.body.kind}`), one.body.code, one.period.cluster, cells > 0 ? t('tree.cells', { count: cells }) : ''].filter(Boolean).join(' · ')}</>;
}

const Row = ({ one, tree, path }: { one: Placed; tree: BodyTree; path?: string }) => (
  <ListRow
    href={`/cap-uy/to-chuc/${one.body.id}`}
    title={<span className={meets(one.body.kind) ? undefined : 'ui-strong'}>{one.period.name}</span>}
    subtitle={
      <>
        <span className="ui-stack"><Facts one={one} tree={tree} /></span>
        {path && <span>{path}</span>}
      </>
    }
  />
);

function Node({ id, tree, level }: { id: string; tree: BodyTree; level: number }) {
  const t = useT('organisation');
  const [open, setOpen] = useState(level === 0);
  const one = tree.placed.get(id);
  if (!one) return null;
  const { name } = one.period;
  return (
    <li>
      <div className="cm-node">
        {one.beneath.length > 0 ? (
          <IconButton icon={open ? 'chevron-down' : 'chevron-right'} label={t(open ? 'tree.close' : 'tree.open', { name })} aria-expanded={open} onClick={() => setOpen(!open)} />
        ) : (
          <span className="cm-leaf" aria-hidden="true" />
        )}
        <a className="cm-body" href={`/cap-uy/to-chuc/${id}`}>
          <span className={meets(one.body.kind) ? undefined : 'ui-strong'}>{name}</span>
          <span className="ui-caption"><Facts one={one} tree={tree} /></span>
        </a>
        {one.beneath.length > 0 && <Badge>{t('tree.beneath', { count: one.beneath.length })}</Badge>}
      </div>
      {open && one.beneath.length > 0 && (
        <ul role="list" className="cm-branch">
          {one.beneath.map((child) => <Node key={child} id={child} tree={tree} level={level + 1} />)}
        </ul>
      )}
    </li>
  );
}

/** The tree of a day, or what of it a search finds. */
export function Tree({ tree, query, cluster }: { tree: BodyTree; query: string; cluster: string }) {
  const t = useT('organisation');
  if (tree.root === null) return <p className="ui-muted">{t('tree.none')}</p>;
  if (foldText(query) === '' && cluster === '') return <ul role="list" className="ui-card cm-tree"><Node id={tree.root} tree={tree} level={0} /></ul>;
  const found = branchOf(tree, tree.root).filter(({ body, period }) => matchesText(`${period.name} ${body.code}`, query) && (cluster === '' || clusterOn(tree, body.id) === cluster));
  return (
    <>
      <p role="status">{t('tree.found', { count: found.length })}</p>
      {found.length > 0 && <List boxed>{found.slice(0, MOST).map((one) => <Row key={one.body.id} one={one} tree={tree} path={one.period.superior === null ? '' : (tree.placed.get(one.period.superior)?.period.name ?? '')} />)}</List>}
      {found.length > MOST && <p className="ui-muted">{t('tree.moreFound', { count: found.length - MOST })}</p>}
    </>
  );
}
