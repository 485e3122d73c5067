/** [STORE] The same suite on libsql and on PostgreSQL: the committee's organisation. */
import { expect, it } from 'vitest';
import { BEGINNING, treeOn, type BodyAct, type BodyStand } from '@/domain';
import type { BodyChangeRequest, CellBodyBody, ErrorCode } from '@/protocol';
import { activate, issueCodes, newId, type CommitteeCaller } from '@/server/accounts';
import { deliver, guide } from '@/server/directives';
import { changeOrganisation, importOrganisation, organisation } from '@/server/organisation';
import { cellsOf, listCommittees } from '@/server/store';
import { overview, submit, view } from '@/server/submissions';
import { pull } from '@/server/vault';
import { onEngines } from '../support/on-engines';
import { officer } from '../support/persons';
import { sampleEnvelope, type TestOrg } from '../support/org';

const refusal = (code: ErrorCode, path?: string): { code: ErrorCode; path?: string } => ({ code, ...(path === undefined ? {} : { path }) });
const stand = (name: string, superior: string, over: Partial<BodyStand> = {}): BodyStand => ({ name, superior, cluster: '', letterhead: '', placeName: '', term: '', ...over });

onEngines('the organisation', (eachTime) => {
  let org: TestOrg;
  let office: CommitteeCaller;
  let [one, two, three] = ['', '', ''];
  let party = '';
  eachTime(async (planted) => {
    org = planted;
    office = officer(org.committee);
    [one = '', two = '', three = ''] = org.cells.map(({ id }) => id);
    party = newId();
  });
  const addParty = (): BodyAct => ({ act: 'add', body: party, code: 'so', kind: 'party', standing: stand('Đảng bộ Sở', org.committee, { placeName: 'Biển' }) });
  const change = (acts: BodyAct[], over: Partial<BodyChangeRequest> = {}) =>
    changeOrganisation(org.ctx, office, { id: newId(), from: '2026-03-01', note: 'QĐ 1', acts: acts as BodyChangeRequest['acts'], ...over });
  const names = async (day = '2026-03-10'): Promise<string[]> => [...treeOn(await organisation(org.ctx, office), day).placed.values()].map(({ period }) => period.name).sort();
  const told = async (cell: string): Promise<CellBodyBody[]> => {
    const { directives } = await deliver(org.ctx, { cell, device: 'none' }, 0);
    return directives.filter(({ kind }) => kind === 'body').map(({ body }) => body as CellBodyBody);
  };
  const cellNow = async (id: string) => (await cellsOf(org.ctx.store.db, org.committee)).find((cell) => cell.id === id);

  it('[ORG-1] the file makes a root with its cells, from the beginning', async () => {
    const { bodies, periods, devices } = await organisation(org.ctx, office);
    expect(bodies.map(({ id, kind }) => `${id} ${kind}`).sort((a, b) => (a < b ? -1 : 1))).toEqual([`${org.committee} upper`, `${one} cell`, `${two} cell`, `${three} cell`].sort((a, b) => (a < b ? -1 : 1)));
    expect(periods.every(({ from, seq }) => from === BEGINNING && seq === 1)).toBe(true);
    expect(periods.find(({ body }) => body === one)).toMatchObject({ name: 'Chi bộ Một', superior: org.committee, letterhead: 'Đảng ủy Thử', placeName: 'Thử' });
    expect(devices).toEqual({ [one]: 0, [two]: 0, [three]: 0 });
  });

  it('[ORG-8] acts hold from their day on, all of them, and what was stays', async () => {
    const before = await organisation(org.ctx, office);
    const answer = await change([addParty(), { act: 'move', body: one, superior: party }, { act: 'amend', body: one, standing: { name: 'Chi bộ Một mới', letterhead: '' } }]);
    expect(answer).toEqual({ state: 'made', change: { id: answer.change.id, from: '2026-03-01', person: 'Trần Văn Bình, Phó Bí thư', note: 'QĐ 1', acts: 3, madeAt: org.clock.now.toISOString() } });
    expect([await names('2026-02-28'), await names()]).toEqual([
      ['Chi bộ Ba', 'Chi bộ Hai', 'Chi bộ Một', 'Đảng ủy Thử'],
      ['Chi bộ Ba', 'Chi bộ Hai', 'Chi bộ Một mới', 'Đảng bộ Sở', 'Đảng ủy Thử'],
    ]);
    const after = await organisation(org.ctx, office);
    expect(after.periods).toEqual(expect.arrayContaining(before.periods));
    expect(after.changes).toEqual([answer.change]);
    expect(await cellNow(one)).toMatchObject({ name: 'Chi bộ Một mới', superior: 'Đảng ủy Sở', placeName: 'Thử', endedOn: null });
  });

  it('[ORG-8] the same again is the same, another content under its id is refused, a day to come is refused', async () => {
    const id = newId();
    const acts = [addParty()];
    expect([(await change(acts, { id })).state, (await change(acts, { id })).state]).toEqual(['made', 'same']);
    await expect(change([{ act: 'end', body: two }], { id })).rejects.toMatchObject(refusal('contentMismatch'));
    await expect(change([{ act: 'end', body: two }], { from: '2026-03-11' })).rejects.toMatchObject(refusal('invalid', 'from'));
    expect((await organisation(org.ctx, office)).changes).toHaveLength(1);
  });

  it.each<[ErrorCode, (own: { one: string; two: string; root: string }) => BodyAct[], string?]>([
    ['bodyTaken', ({ one: cell, root }) => [{ act: 'add', body: cell, code: 'x', kind: 'cell', standing: stand('X', root) }]],
    ['bodyTaken', ({ root }) => [{ act: 'add', body: newId(), code: 'C1', kind: 'cell', standing: stand('X', root) }]],
    ['bodyGone', ({ one: cell }) => [{ act: 'end', body: cell }, { act: 'amend', body: cell, standing: { name: 'x' } }], 'acts.1'],
    ['bodyPlace', ({ one: cell, two: other }) => [{ act: 'move', body: cell, superior: other }]],
    ['bodyBeneath', ({ root }) => [{ act: 'end', body: root }]],
  ])('[ORG-8] %s leaves nothing behind', async (code, acts, path = 'acts.0') => {
    const before = await organisation(org.ctx, office);
    await expect(change([...acts({ one, two, root: org.committee }), { act: 'amend', body: three, standing: { name: 'Đổi' } }])).rejects.toMatchObject(refusal(code, path));
    expect(await organisation(org.ctx, office)).toEqual(before);
    expect(await told(three)).toEqual([]);
  });

  it('[COM-2] [ORG-8] another committee’s bodies are not there, nor may their ids be taken', async () => {
    const foreign = await org.another();
    const cell = foreign.cells[0]!.id;
    await expect(change([{ act: 'amend', body: cell, standing: { name: 'x' } }])).rejects.toMatchObject(refusal('bodyGone', 'acts.0'));
    await expect(change([addParty(), { act: 'add', body: cell, code: 'x', kind: 'cell', standing: stand('X', party) }])).rejects.toMatchObject(refusal('bodyTaken', 'acts.1'));
  });

  it('[ORG-9] a cell hears how it is called and what stands over it from a day on, and only what changed for it', async () => {
    await change([addParty(), { act: 'move', body: one, superior: party }, { act: 'amend', body: one, standing: { letterhead: '', placeName: '' } }]);
    await change([{ act: 'amend', body: party, standing: { name: 'Đảng bộ Sở Mới' } }], { from: '2026-03-05' });
    const head = { name: 'Chi bộ Một', placeName: 'Biển', state: 'there', successors: [] };
    expect(await told(one)).toEqual([
      { from: '2026-03-01', superior: 'Đảng ủy Sở', ...head, before: { name: 'Chi bộ Một', superior: 'Đảng ủy Thử', placeName: 'Thử' } },
      { from: '2026-03-05', superior: 'Đảng ủy Sở Mới', ...head, before: { name: 'Chi bộ Một', superior: 'Đảng ủy Sở', placeName: 'Biển' } },
    ]);
    expect(await told(two)).toEqual([]);
    expect((await pull(org.ctx, { cell: one, device: 'none' }, 0)).directives).toBe(2);
  });

  it('[ORG-9] a merged cell is told into what; what it sent and its sealed log stay, and the month after it is not waited for', async () => {
    const { deviceId } = await org.device(one);
    await submit(org.ctx, { cell: one, device: deviceId }, sampleEnvelope('doc-of-one'));
    await change([{ act: 'merge', bodies: [one], into: two }], { from: '2026-03-09' });
    expect(await told(one)).toEqual([{ from: '2026-03-09', name: 'Chi bộ Một', superior: 'Đảng ủy Thử', placeName: 'Thử', before: { name: 'Chi bộ Một', superior: 'Đảng ủy Thử', placeName: 'Thử' }, state: 'merged', successors: ['Chi bộ Hai'] }]);
    expect((await view(org.ctx, office, 'doc-of-one')).cell.id).toBe(one);
    expect((await pull(org.ctx, { cell: one, device: deviceId }, 0)).entries).toEqual([]);
    const cells = async (month: string) => (await overview(org.ctx, office, month)).cells.map(({ cell }) => cell.name);
    expect([await cells('2026-03'), await cells('2026-04')]).toEqual([['Chi bộ Một', 'Chi bộ Hai', 'Chi bộ Ba'], ['Chi bộ Hai', 'Chi bộ Ba']]);
    expect((await cellNow(one))?.endedOn).toBe('2026-03-09');
  });

  it('[DIR-9] guidance goes to cells that have not ended', async () => {
    await change([{ act: 'end', body: one }]);
    expect((await guide(org.ctx, office, { id: newId(), from: '2026-03-01', profile: 'hd42-2025', frame: null, wording: {} })).cells).toBe(2);
  });

  it('[ORG-8] a new cell can be activated and bears the head of its day; a split names it', async () => {
    const part = newId();
    await change([addParty(), { act: 'add', body: part, code: 'moi', kind: 'cell', standing: stand('Chi bộ Mới', party) }, { act: 'split', body: one, into: [part], ends: false }]);
    const { codes } = await issueCodes(org.ctx, officer(org.committee), [part]);
    const { cell } = await activate(org.ctx, { code: codes[0]!.code, deviceName: 'Máy' });
    expect(cell).toEqual({ id: part, name: 'Chi bộ Mới', superior: 'Đảng ủy Sở', placeName: 'Biển', profile: 'hd05-duk-2021' });
    expect(await told(one)).toEqual([]);
  });

  it('[COM-7] codes at once go to cells without a device that have not ended, and to no other committee’s', async () => {
    await org.device(one);
    await change([{ act: 'end', body: two }]);
    const { codes } = await issueCodes(org.ctx, officer(org.committee), [one, two, three, three]);
    expect(codes.map(({ cell }) => cell)).toEqual([three]);
    await expect(issueCodes(org.ctx, officer(org.committee), [three, (await org.another()).cells[0]!.id])).rejects.toMatchObject(refusal('notFound'));
  });

  it('[ORG-1] a later file brings what is new and new names, but not to what the committee has changed itself', async () => {
    const code = (await listCommittees(org.ctx.store.db)).find(({ committee }) => committee === org.committee)!.code;
    const cell = (index: number, name: string) => ({ code: `c${index}`, name, superior: 'Đảng ủy Thử', placeName: 'Thử', profile: 'hd05-duk-2021' });
    await change([{ act: 'amend', body: one, standing: { name: 'Tên do cấp ủy đổi' } }]);
    await importOrganisation(
      org.ctx,
      { committee: { name: 'Đảng ủy Mới' }, bodies: [{ code: 'dang-bo', name: 'Đảng bộ A', kind: 'party', under: null, cluster: 'Cụm 2' }], cells: [cell(0, 'Tên trong tệp'), { ...cell(1, 'Chi bộ Hai mới'), under: 'dang-bo' }, cell(9, 'Chi bộ Chín')] },
      code,
    );
    expect(await names()).toEqual(['Chi bộ Ba', 'Chi bộ Chín', 'Chi bộ Hai mới', 'Tên do cấp ủy đổi', 'Đảng bộ A', 'Đảng ủy Mới']);
    const tree = treeOn(await organisation(org.ctx, office), '2026-03-10');
    expect(tree.placed.get(tree.placed.get(two)!.period.superior!)?.period.name).toBe('Đảng bộ A');
    expect(await told(two)).toEqual([{ from: '2026-03-10', name: 'Chi bộ Hai mới', superior: 'Đảng ủy Thử', placeName: 'Thử', before: { name: 'Chi bộ Hai', superior: 'Đảng ủy Thử', placeName: 'Thử' }, state: 'there', successors: [] }]);
  });

  it('[ORG-8] two officials at once: both changes stand, one after the other', async () => {
    await Promise.all([change([{ act: 'amend', body: one, standing: { name: 'A' } }]), change([{ act: 'amend', body: one, standing: { cluster: 'Cụm 1' } }])]);
    const { period } = treeOn(await organisation(org.ctx, office), '2026-03-10').placed.get(one)!;
    expect([period.name, period.cluster, period.seq]).toEqual(['A', 'Cụm 1', 3]);
  });

  it('[ORG-8] a whole tree of 1,500 in one change', async () => {
    const acts: BodyAct[] = [addParty(), ...Array.from({ length: 1499 }, (_, index): BodyAct => ({ act: 'add', body: newId(), code: `t${index}`, kind: 'cell', standing: stand(`Chi bộ ${index}`, party) }))];
    await change(acts);
    expect(await names()).toHaveLength(1504);
  });
});
