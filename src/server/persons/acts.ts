import { MAX_ACTS, type ActsAnswer, type CellActsAnswer } from '@/protocol';
import type { CommitteeCaller, DeviceCaller } from '../accounts';
import type { Context } from '../context';
import { Refusal } from '../refusal';
import { actsAfter, actsOf, counterOf, type ActRow } from '../store';

/** [AUDIT-2] What persons of the committee have done with the cell's own after a sequence, in order. */
export async function cellActs(ctx: Context, { cell }: DeviceCaller, after: number): Promise<CellActsAnswer> {
  const { db } = ctx.store;
  const head = await counterOf(db, cell, 'acts');
  const rows = await actsAfter(db, cell, after, MAX_ACTS);
  const last = rows.at(-1)?.seq ?? after;
  return { acts: rows.map(({ seq, at, act, person, office, subject }) => ({ seq, at, act, person, office, subject })), head: Math.max(head, last), more: last < head };
}

const PAGE = 100;
const placeOf = ({ at, cell, seq }: ActRow): string => [at, cell, seq].join('~');

function readPlace(text: string): { at: string; cell: string; seq: number } {
  const [at = '', cell = '', seq = ''] = text.split('~');
  if (!/^[\d:.TZ-]{24}$/.test(at) || !/^[a-z0-9-]{8,64}$/.test(cell) || !/^\d{1,15}$/.test(seq)) throw new Refusal('invalid', { path: 'query.before' });
  return { at, cell, seq: Number(seq) };
}

/** [AUDIT-3] The acts of all persons, the newest first, a page at a time. Of a document nothing but that it was opened. */
export async function acts(ctx: Context, { committee }: CommitteeCaller, before: string | undefined): Promise<ActsAnswer> {
  const rows = await actsOf(ctx.store.db, committee, before === undefined ? null : readPlace(before), PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    acts: shown.map(({ at, act, person, office, cellName, subject }) => ({ at, act, person, office, cell: cellName, about: cellName === null ? subject : '' })),
    next: rows.length > PAGE && last ? placeOf(last) : null,
  };
}
