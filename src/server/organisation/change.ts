import { canonicalJson, changeBodies, dateInVietnam, meets, withChange, type BodyChange, type BodyProblem, type Json } from '@/domain';
import type { BodyChangeAnswer, BodyChangeRequest, BodyChangeView, CellBodyBody, ErrorCode } from '@/protocol';
import { newId, note as noteAct, sha256, signatureOf, type CommitteeCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { speaking } from '../messages';
import { Refusal } from '../refusal';
import {
  bodyHistory,
  findBodyChange,
  insertBodies,
  insertBodyChange,
  insertCells,
  insertDirective,
  lockBodies,
  nameCommittee,
  raiseCounter,
  takenIds,
  writeCells,
  type BodyChangeRow,
  type CellToday,
  type Tx,
} from '../store';
import { cellOn, cellsIn, Days } from './cells';

const REFUSED: Readonly<Record<BodyProblem, ErrorCode>> = { taken: 'bodyTaken', gone: 'bodyGone', later: 'bodyLater', place: 'bodyPlace', beneath: 'bodyBeneath' };
/** The procedures of a new cell until its committee says others. */
const PROFILE = 'hd05-duk-2021';

/** Who makes a change: the committee, the name that its cells are told, and the person, who may be nobody. */
export interface By {
  readonly committee: string;
  readonly name: string;
  readonly person: string;
}

/** What a change is made with besides its acts: the procedures of new cells, by body. */
export type Profiles = ReadonlyMap<string, string>;

/**
 * [ORG-8] Writes a change: new bodies and periods, new cells, what the rest of the server shows of cells today, and a directive to each cell
 * that is called otherwise from a day on. All of it in the caller's transaction, which holds the lock of the committee's bodies.
 * @throws Refusal bodyTaken, bodyGone, bodyLater, bodyPlace, bodyBeneath, with the act's place
 */
export async function writeChange(ctx: Context, tx: Tx, by: By, change: BodyChange, profiles: Profiles = new Map()): Promise<void> {
  const now = instantOf(ctx.now());
  const today = dateInVietnam(now);
  const history = await bodyHistory(tx, by.committee);
  const added = changeBodies(history, change);
  if (!added.ok) throw new Refusal(REFUSED[added.problem], { path: `acts.${added.act}` });
  const taken = added.bodies.length > 0 ? await takenIds(tx, added.bodies.map(({ id }) => id)) : new Set<string>();
  const clash = change.acts.findIndex((act) => act.act === 'add' && taken.has(act.body));
  if (clash >= 0) throw new Refusal('bodyTaken', { path: `acts.${clash}` });
  await insertBodies(tx, by.committee, added, now);
  const [before, after] = [new Days(history), new Days(withChange(history, added))];
  const isNew = new Set(added.bodies.map(({ id }) => id));
  const cells = added.bodies.filter(({ kind }) => meets(kind)).map(({ id, code }) => ({ ...standingToday(after, id, today), code, profile: profiles.get(id) ?? PROFILE }));
  if (cells.length > 0) await insertCells(tx, by.committee, cells, now);
  const old = cellsIn(history).filter((cell) => !isNew.has(cell));
  await writeCells(tx, old.map((cell) => standingToday(after, cell, today)).filter((one) => JSON.stringify(one) !== JSON.stringify(standingToday(before, one.cell, today))));
  await tellCells(tx, by, now, told(before, after, old, change.from));
  const root = after.tree(today).root;
  const name = root === null ? undefined : after.period(root, today)?.name;
  if (name !== undefined) await nameCommittee(tx, by.committee, speaking(name));
}

function standingToday(days: Days, cell: string, today: string): CellToday {
  const { name, superior, placeName, state } = cellOn(days, cell, today) ?? { name: cell, superior: '', placeName: '', state: 'there' };
  return { cell, name, superior, placeName, endedOn: state === 'there' ? null : (days.period(cell, today)?.from ?? null) };
}

/** [ORG-9] What cells have to be told: from which days on they are called or stand otherwise than was known before. */
function told(before: Days, after: Days, cells: readonly string[], from: string): { cell: string; body: CellBodyBody }[] {
  const days = [...new Set([from, ...after.history.periods.map((period) => period.from).filter((day) => day > from)])].sort();
  return cells.flatMap((cell) =>
    days.flatMap((day) => {
      const now = cellOn(after, cell, day);
      const was = cellOn(before, cell, day);
      if (!now || JSON.stringify(now) === JSON.stringify(was)) return [];
      const { name, superior, placeName } = was ?? now;
      return [{ cell, body: { from: day, ...now, before: { name, superior, placeName } } }];
    }),
  );
}

async function tellCells(tx: Tx, by: By, now: string, words: readonly { cell: string; body: CellBodyBody }[]): Promise<void> {
  const issuedBy = JSON.stringify({ committee: by.name, person: by.person });
  // Cells in the order of their ids, so that whoever speaks to many at once waits and does not block.
  for (const { cell, body } of [...words].sort((a, b) => (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0))) {
    const text = JSON.stringify(body);
    const seq = await raiseCounter(tx, cell, 'directives', 1);
    await insertDirective(tx, { cell, seq, directive: newId(), kind: 'body', hash: sha256(text), issuedAt: now, issuedBy, body: text, seenAt: null }, null);
  }
}

const viewOf = ({ change: id, from, person, note, acts, madeAt }: BodyChangeRow): BodyChangeView => ({ id, from, person, note, acts, madeAt });

/**
 * [ORG-8] The committee changes its bodies from a day on that has come: all acts or none, and the same again is the same.
 * @throws Refusal contentMismatch, invalid (422, with the path), and what {@link writeChange} refuses
 */
export async function changeOrganisation(ctx: Context, caller: CommitteeCaller, request: BodyChangeRequest): Promise<BodyChangeAnswer> {
  const { committee, name } = caller;
  const { id, from, note, acts } = request;
  const person = signatureOf(caller);
  const madeAt = instantOf(ctx.now());
  if (from > dateInVietnam(madeAt)) throw new Refusal('invalid', { path: 'from' });
  const hash = sha256(canonicalJson({ from, note, acts, by: caller.account } as unknown as Json));
  return ctx.store.transact(async (tx) => {
    await lockBodies(tx, committee);
    const known = await findBodyChange(tx, committee, id);
    if (known && known.hash !== hash) throw new Refusal('contentMismatch');
    if (known) return { state: 'same', change: viewOf(known) };
    const row: BodyChangeRow = { change: id, hash, from, person, note, acts: acts.length, madeAt };
    await writeChange(ctx, tx, { committee, name, person }, { id, from, acts: acts as BodyChange['acts'] });
    await insertBodyChange(tx, committee, row);
    await noteAct(ctx, tx, caller, 'organisation');
    return { state: 'made', change: viewOf(row) };
  });
}
