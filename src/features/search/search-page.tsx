import { useDeferredValue, useMemo, useState } from 'react';
import { search, SEARCH_KINDS, type SearchHit, type Searchable, type SearchKind } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { useBook } from '@/storage';
import { Button, ChipGroup, EmptyState, Field, List, PageHeader, Spinner, Stack, TextInput } from '@/ui';
import { HitRow } from './hit-row';
import { useThings } from './use-things';
import './search.css';

/** Shown at first, and added by each press. */
const STEP = 30;

/** What was asked last in this open book, for whoever comes back from something found. In memory only: never in an address, never on the disk [PRIV-1]. */
const asked = new WeakMap<object, string>();

/** Everything of the book that holds the words: minutes, tasks, documents, members; without tone marks, with the words around the place. */
export function SearchPage() {
  const t = useT('search');
  const book = useBook();
  const things = useThings();
  const [query, setQuery] = useState(() => asked.get(book) ?? '');
  const ask = (value: string): void => {
    asked.set(book, value);
    setQuery(value);
  };
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack>
        <Field label={t('ask')} hint={t('hint')}>
          <TextInput type="search" enterKeyHint="search" value={query} onValue={ask} />
        </Field>
        {things ? <Results things={things} query={query} /> : <Spinner>{t('common:loading')}</Spinner>}
      </Stack>
    </>
  );
}

function Results({ things, query }: { things: readonly Searchable[]; query: string }) {
  const t = useT('search');
  const settled = useDeferredValue(query);
  const hits = useMemo(() => search(things, settled), [things, settled]);
  const [kind, setKind] = useState<SearchKind | null>(null);
  const of = (one: SearchKind): number => hits.filter(({ doc }) => doc.kind === one).length;
  const shown = kind && of(kind) > 0 ? hits.filter(({ doc }) => doc.kind === kind) : hits;
  if (settled.trim() === '') return <p className="ui-muted">{t('private')}</p>;
  return (
    <>
      <p role="status" className="ui-caption">{t('found', { count: hits.length })}</p>
      {hits.length > 0 && (
        <ChipGroup
          label={t('kinds')}
          clearable
          value={kind}
          onValue={setKind}
          options={SEARCH_KINDS.filter((one) => of(one) > 0).map((value) => ({ value, label: t(`kind.${value}`), count: formatNumber(of(value)) }))}
        />
      )}
      {hits.length > 0 ? <Hits key={`${settled}/${kind ?? ''}`} hits={shown} /> : <EmptyState icon="search" title={t('none')}>{t('noneText')}</EmptyState>}
    </>
  );
}

function Hits({ hits }: { hits: readonly SearchHit[] }) {
  const t = useT('search');
  const [upTo, setUpTo] = useState(STEP);
  return (
    <>
      <List boxed className="search-hits" aria-label={t('results')}>
        {hits.slice(0, upTo).map((hit) => <HitRow key={`${hit.doc.kind}/${hit.doc.id}`} hit={hit} />)}
      </List>
      {hits.length > upTo && <Button block onClick={() => setUpTo(upTo + STEP)}>{t('more', { count: hits.length - upTo })}</Button>}
    </>
  );
}
