import type { SearchHit, SearchKind } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Icon, ListRow, type IconName } from '@/ui';

const ICON: Record<SearchKind, IconName> = { meeting: 'meeting', report: 'reports', task: 'task', paper: 'document', member: 'person' };
const HREF: Record<SearchKind, (id: string) => string> = {
  meeting: (id) => `/cuoc-hop/${id}`,
  report: (id) => `/bao-cao/${id}`,
  task: (id) => `/nhiem-vu?mo=${id}`,
  paper: (id) => `/van-ban?mo=${id}`,
  member: (id) => `/dang-vien/${id}`,
};

/** Something found: what it is, where in it, and the words around the place. */
export function HitRow({ hit: { doc, label, excerpt } }: { hit: SearchHit }) {
  const t = useT('search');
  const inTitle = label === '';
  const words = excerpt.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text));
  const about = [doc.kind === 'meeting' ? '' : t(`kindOne.${doc.kind}`), doc.kind === 'meeting' || !doc.date ? '' : formatDate(doc.date)].filter(Boolean).join(' · ');
  return (
    <ListRow
      href={HREF[doc.kind](doc.id)}
      leading={<Icon name={ICON[doc.kind]} />}
      title={inTitle ? words : doc.title}
      subtitle={<>{about}{!inTitle && <>{about && <br />}<span className="ui-strong">{label}: </span>{words}</>}</>}
    />
  );
}
