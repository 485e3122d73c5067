import { useEffect, useRef } from 'react';
import { useT } from '@/i18n';
import { newId } from '@/storage';
import { Button, Grid, IconButton, Section } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps, MeetingContext } from '../meeting-context';

interface Shape {
  /** Field prefix, also the group of the words. */
  readonly prefix: 'guest' | 'doc';
  readonly parts: readonly [string, string];
}

/** Ids in the order they were added; also those with nothing typed yet. */
function idsOf(ctx: MeetingContext, prefix: string): string[] {
  const start = `${prefix}/`;
  const at = (id: string): string => (ctx.fields[start + id] as { at?: string } | null)?.at ?? '';
  return Object.keys(ctx.fields)
    .filter((name) => name.startsWith(start) && !name.slice(start.length).includes('/'))
    .map((name) => name.slice(start.length))
    .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a < b ? -1 : 1));
}

/** A list of things of two lines each, every letter saved as it is typed. */
function Entries({ ctx, shape: { prefix, parts } }: BlockProps & { shape: Shape }) {
  const t = useT('meeting');
  const ids = idsOf(ctx, prefix);
  const added = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (added.current === null || !ids.includes(added.current)) return;
    added.current = null;
    list.current?.querySelector<HTMLInputElement>(':scope > :last-child input')?.focus();
  });
  const add = (): void => {
    added.current = newId();
    void ctx.set({ [`${prefix}/${added.current}`]: { at: new Date().toISOString() } });
  };
  const remove = (id: string): void => {
    void ctx.set(Object.fromEntries([id, ...parts.map((part) => `${id}/${part}`)].map((name) => [`${prefix}/${name}`, null])));
  };
  return (
    <Section title={t(`${prefix}.heading`)}>
      <div ref={list} className="ui-stack ui-gap-3" role="list" aria-label={t(`${prefix}.heading`)}>
        {ids.map((id, index) => (
          <div key={id} role="listitem" className="ui-row meeting-end meeting-nowrap">
            <Grid className="ui-grow" gap={2}>
              {parts.map((part) => (
                <DraftField key={part} recordKey={ctx.key} field={`${prefix}/${id}/${part}`} label={t(`${prefix}.${part}`, { n: index + 1 })} line />
              ))}
            </Grid>
            <IconButton icon="trash" label={t(`${prefix}.remove`, { n: index + 1 })} onClick={() => remove(id)} />
          </div>
        ))}
      </div>
      <div>
        <Button icon="plus" onClick={add}>
          {t(`${prefix}.add`)}
        </Button>
      </div>
    </Section>
  );
}

const GUESTS: Shape = { prefix: 'guest', parts: ['name', 'role'] };
const DOCUMENTS: Shape = { prefix: 'doc', parts: ['number', 'title'] };

/** Guests and superiors who attend. */
export const GuestsBlock = (props: BlockProps) => <Entries {...props} shape={GUESTS} />;
/** Documents made known at this step. */
export const DocumentsBlock = (props: BlockProps) => <Entries {...props} shape={DOCUMENTS} />;
