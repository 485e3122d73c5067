import { canonicalJson, type Json } from '@/domain';
import type { GuidanceAnswer, GuidanceBody, GuidanceRequest, GuidanceView } from '@/protocol';
import { isAmong, note, sha256, signatureOf, type CommitteeCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { cellsOf, findDirective, guidanceRows, insertDirective, raiseCounter, type GuidanceRow } from '../store';

const KIND = 'guidance';

/**
 * [DIR-9] The committee says to its cells, as far as the person may direct them, which guidance they follow: one directive a cell under one id, all in one transaction, so that
 * no cell is told and another not. Cells in the order of their ids, so that two officials at once wait for each other.
 * @throws Refusal contentMismatch, invalid (422, with the path), notFound for a committee without cells
 */
export async function guide(ctx: Context, caller: CommitteeCaller, { id, ...body }: GuidanceRequest): Promise<GuidanceView> {
  if (body.profile === null && body.frame === null && Object.keys(body.wording).length === 0) throw new Refusal('invalid', { path: 'profile' });
  return ctx.store.transact(async (tx) => {
    const hash = sha256(canonicalJson({ guidance: body, by: caller.account } as unknown as Json));
    const cells = (await cellsOf(tx, caller.committee)).filter(({ id: cell, endedOn }) => endedOn === null && isAmong(caller.reach.direct, cell)).map((cell) => cell.id).sort();
    if (cells.length === 0) throw new Refusal('notFound');
    // The first counter is the lock: whoever asks again with the same id waits here for the first answer.
    const heads = new Map([[cells[0]!, await raiseCounter(tx, cells[0]!, 'directives', 0)]]);
    const before = (await guidanceRows(tx, caller.committee, KIND)).filter((row) => row.directive === id);
    if (before.some((row) => row.hash !== hash)) throw new Refusal('contentMismatch');
    if (before.length > 0) return viewOf(before);
    const row = { directive: id, kind: KIND, hash, issuedAt: instantOf(ctx.now()), issuedBy: JSON.stringify({ committee: caller.name, person: signatureOf(caller) }), body: JSON.stringify(body), seenAt: null };
    for (const cell of cells) {
      const last = heads.get(cell) ?? (await raiseCounter(tx, cell, 'directives', 0));
      // The id stands for something else that was said to this cell alone.
      if (await findDirective(tx, cell, id)) throw new Refusal('contentMismatch');
      await raiseCounter(tx, cell, 'directives', 1);
      await insertDirective(tx, { cell, seq: last + 1, ...row }, null);
      await note(ctx, tx, caller, 'guidance', { cell });
    }
    return viewOf(cells.map((cell) => ({ cell, ...row })));
  });
}

/** All that the committee has said of guidance to cells that the person may view, the newest first. */
export async function guidance(ctx: Context, { committee, reach }: CommitteeCaller): Promise<GuidanceAnswer> {
  const byId = new Map<string, GuidanceRow[]>();
  for (const row of await guidanceRows(ctx.store.db, committee, KIND)) if (isAmong(reach.view, row.cell)) byId.set(row.directive, [...(byId.get(row.directive) ?? []), row]);
  return { guidance: [...byId.values()].map(viewOf).sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0)) };
}

/** One word to many cells as the committee sees it. */
function viewOf(rows: readonly GuidanceRow[]): GuidanceView {
  const { directive, issuedAt, issuedBy, body } = rows[0]!;
  const { person } = JSON.parse(issuedBy) as { person: string };
  return { id: directive, issuedAt, person, ...(JSON.parse(body) as GuidanceBody), cells: rows.length, seen: rows.filter(({ seenAt }) => seenAt !== null).length };
}
