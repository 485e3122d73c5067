import { BEGINNING, dateInVietnam, periodOn, type BodyAct, type BodyHistory, type BodyKind, type BodyStand } from '@/domain';
import { newId } from '../accounts';
import { instantOf, type Context } from '../context';
import { bodyHistory, cellsOf, listCommittees, lockBodies, putCommittee, type CellRow, type Committee } from '../store';
import { writeChange } from './change';
import type { Organisation } from './file';

/** The code of the one committee that a server is set up for; the demonstration has its own, so that the two never mix. */
export const COMMITTEE_CODE = { real: 'committee', demo: 'demo' } as const;

/** Changes that a file makes begin so: what the committee has changed itself since is no longer the file's to say. */
const BY_FILE = 'file';

/** One body as the file has it; `under` is the code of the body above, null for the committee itself. */
interface Line {
  readonly code: string;
  readonly kind: BodyKind;
  readonly under: string | null;
  readonly standing: Omit<BodyStand, 'superior'>;
  readonly profile?: string;
}

const linesOf = ({ bodies = [], cells }: Organisation): Line[] => [
  ...bodies.map(({ code, kind, under, name, cluster = '', placeName = '', term = '' }): Line => ({ code, kind, under, standing: { name, cluster, placeName, term, letterhead: '' } })),
  ...cells.map(({ code, kind = 'cell', under = null, name, cluster = '', placeName, term = '', superior, profile }): Line => ({ code, kind, under, standing: { name, cluster, placeName, term, letterhead: superior }, profile })),
];

/**
 * [ORG-1] Writes the organisation into the database: at the first start all of it, from the beginning; later what is new, from that day, and
 * new names of bodies that nobody but the file has changed. None is removed, because what it sent stays.
 */
export async function importOrganisation(ctx: Context, organisation: Organisation, code: string): Promise<{ committee: Committee; cells: CellRow[] }> {
  const now = instantOf(ctx.now());
  return ctx.store.transact(async (tx) => {
    const { committee } = await putCommittee(tx, { committee: newId(), code, name: organisation.committee.name }, now);
    await lockBodies(tx, committee);
    const history = await bodyHistory(tx, committee);
    const isFirst = history.bodies.length === 0;
    const { acts, profiles } = actsOf(history, organisation, committee, dateInVietnam(now));
    const change = { id: `${BY_FILE}-${newId()}`, from: isFirst ? BEGINNING : dateInVietnam(now), acts };
    if (acts.length > 0) await writeChange(ctx, tx, { committee, name: organisation.committee.name, person: '' }, change, profiles);
    const rows = new Map((await cellsOf(tx, committee)).map((cell) => [cell.code, cell]));
    const written = (await listCommittees(tx)).find((one) => one.committee === committee)!;
    return { committee: written, cells: organisation.cells.map((cell) => rows.get(cell.code)!) };
  });
}

function actsOf(history: BodyHistory, organisation: Organisation, committee: string, today: string): { acts: BodyAct[]; profiles: Map<string, string> } {
  const ids = new Map(history.bodies.map(({ id, code }) => [code, id]));
  const lines = linesOf(organisation);
  for (const { code } of lines) if (!ids.has(code)) ids.set(code, newId());
  const root = history.periods.find(({ superior }) => superior === null)?.body ?? committee;
  const aboveOf = ({ under }: Line): string => (under === null ? root : (ids.get(under) ?? root));
  const profiles = new Map(lines.flatMap(({ code, profile }) => (profile === undefined ? [] : [[ids.get(code)!, profile] as const])));
  const acts: BodyAct[] = [];
  const amend = (body: string, standing: Omit<BodyStand, 'superior'>, superior: string | null): void => {
    const last = periodOn(history.periods.filter((period) => period.body === body), today);
    if (!last || last.ended || !last.change.startsWith(BY_FILE)) return;
    if (superior !== null && last.superior !== superior) acts.push({ act: 'move', body, superior });
    const changed = Object.fromEntries(Object.entries(standing).filter(([field, value]) => last[field as keyof typeof standing] !== value));
    if (Object.keys(changed).length > 0) acts.push({ act: 'amend', body, standing: changed });
  };
  const known = new Set(history.bodies.map(({ id }) => id));
  const { name } = organisation.committee;
  if (known.size === 0) acts.push({ act: 'add', body: root, code: ROOT_CODE, kind: 'upper', standing: { name, superior: null, cluster: '', letterhead: '', placeName: '', term: '' } });
  else amend(root, { ...periodOn(history.periods.filter(({ body }) => body === root), today)!, name }, null);
  for (const line of lines) {
    const body = ids.get(line.code)!;
    if (known.has(body)) amend(body, line.standing, aboveOf(line));
    else acts.push({ act: 'add', body, code: line.code, kind: line.kind, standing: { ...line.standing, superior: aboveOf(line) } });
  }
  return { acts, profiles };
}

/** The code of the committee's own body. */
const ROOT_CODE = 'cap-uy-goc';
