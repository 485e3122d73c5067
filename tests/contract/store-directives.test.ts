/** [STORE] The same suite on libsql and on PostgreSQL: what the committee sends down. */
import { expect, it } from 'vitest';
import { MAX_DIRECTIVES, type DirectiveRequest, type ErrorCode, type GuidanceRequest } from '@/protocol';
import type { CommitteeCaller, DeviceCaller } from '@/server/accounts';
import { deliver, guidance, guide, issue, seen } from '@/server/directives';
import { overview, submit, view } from '@/server/submissions';
import { pull } from '@/server/vault';
import { onEngines } from '../support/on-engines';
import { officer } from '../support/persons';
import { sampleEnvelope, type TestOrg } from '../support/org';

const refusal = (code: ErrorCode, path?: string): { code: ErrorCode; path?: string } => ({ code, ...(path === undefined ? {} : { path }) });
const office = (org: TestOrg): CommitteeCaller => officer(org.committee);
const grade = (id: string, over: Partial<DirectiveRequest> = {}): DirectiveRequest => ({
  kind: 'officialGrade',
  id: `grade-${id}`,
  grade: 'fair',
  points: 84,
  reason: 'Tài liệu gửi chậm, ít ý kiến phát biểu.',
  replaces: null,
  ...over,
});

onEngines('directives', (eachTime) => {
  let org: TestOrg;
  let one: DeviceCaller;
  let other: DeviceCaller;
  eachTime(async (planted) => {
    org = planted;
    const device = async (index: number): Promise<DeviceCaller> => {
      const { cell, deviceId } = await org.device(org.cells[index]!.id);
      return { cell, device: deviceId };
    };
    [one, other] = [await device(0), await device(1)];
    await submit(org.ctx, one, sampleEnvelope('document-1'));
    await submit(org.ctx, one, sampleEnvelope('document-2', { meetingId: 'another-meeting', date: '2026-04-03' }));
  });
  const say = (request: DirectiveRequest, submission = 'document-1', by = office(org)) => issue(org.ctx, by, submission, request);
  const kinds = async (caller = one, after = 0) => (await deliver(org.ctx, caller, after)).directives.map(({ seq, id }) => `${seq} ${id}`);

  it('[DIR-1] [DIR-4] what is said comes to the cell numbered and in order, whole, and to no other cell', async () => {
    const { directive } = await say(grade('a'));
    await say(grade('b', { grade: 'good', points: 97, reason: '' }), 'document-2');
    expect(await kinds()).toEqual(['1 grade-a', '2 grade-b']);
    expect(await kinds(one, 1)).toEqual(['2 grade-b']);
    expect((await deliver(org.ctx, one, 0)).directives[0]).toEqual(directive);
    expect(directive).toEqual({
      id: 'grade-a',
      cell: one.cell,
      seq: 1,
      kind: 'officialGrade',
      issuedAt: org.clock.now.toISOString(),
      issuedBy: { committee: 'Đảng ủy Thử', person: 'Trần Văn Bình, Phó Bí thư' },
      body: { meetingId: sampleEnvelope('x').body.meetingId, submissionId: 'document-1', hash: sampleEnvelope('x').hash, grade: 'fair', points: 84, total: 100, reason: 'Tài liệu gửi chậm, ít ý kiến phát biểu.', replaces: null },
    });
    expect(await deliver(org.ctx, other, 0)).toEqual({ directives: [], head: 0, more: false });
    expect((await pull(org.ctx, one, 0)).directives).toBe(2);
    expect((await pull(org.ctx, other, 0)).directives).toBe(0);
  });

  it('[DIR-1] the same again changes nothing and gets the first answer; the same id with another content is refused', async () => {
    const first = await say(grade('a'));
    org.clock.forward(60_000);
    expect(await say(grade('a'))).toEqual(first);
    await expect(say(grade('a', { points: 80 }))).rejects.toMatchObject(refusal('contentMismatch'));
    await expect(say(grade('a'), 'document-2')).rejects.toMatchObject(refusal('contentMismatch'));
    expect(await kinds()).toEqual(['1 grade-a']);
  });

  it('[DIR-2] a committee says nothing to another’s cell', async () => {
    const stranger = await org.another();
    await expect(say(grade('a'), 'document-1', office(stranger))).rejects.toMatchObject(refusal('notFound'));
    await expect(say(grade('a'), 'no-such-document')).rejects.toMatchObject(refusal('notFound'));
    expect(await kinds()).toEqual([]);
  });

  it('[DIR-3] a later grade takes the place of the one that it names, and both stay; without having seen it, it is refused', async () => {
    await say(grade('a'));
    await expect(say(grade('b', { grade: 'good', points: 90 }))).rejects.toMatchObject(refusal('gradeTaken'));
    await expect(say(grade('b', { replaces: 'grade-nobody-gave' }))).rejects.toMatchObject(refusal('gradeTaken'));
    await say(grade('b', { grade: 'good', points: 90, replaces: 'grade-a' }));
    expect(await kinds()).toEqual(['1 grade-a', '2 grade-b']);
    const shown = await view(org.ctx, office(org), 'document-1');
    expect(shown.directives?.map(({ directive }) => directive.id)).toEqual(['grade-a', 'grade-b']);
    expect((await view(org.ctx, office(org), 'document-2')).directives).toEqual([]);
    const month = await overview(org.ctx, office(org), '2026-03');
    expect(month.cells[0]?.meetings[0]).toMatchObject({ grade: 'good', points: 97, official: { grade: 'good', points: 90 } });
    expect((await overview(org.ctx, office(org), '2026-04')).cells[0]?.meetings[0]).not.toHaveProperty('official');
  });

  it('[DIR-3] another grade or other points than the cell’s own want a reason, and points do not exceed what there is', async () => {
    await expect(say(grade('a', { reason: '' }))).rejects.toMatchObject(refusal('invalid', 'reason'));
    await expect(say(grade('a', { grade: 'good', points: 96, reason: '' }))).rejects.toMatchObject(refusal('invalid', 'reason'));
    await expect(say(grade('a', { points: 100.5 }))).rejects.toMatchObject(refusal('invalid', 'points'));
    await submit(org.ctx, one, sampleEnvelope('unscored', { meetingId: 'unscored-meeting', score: null }));
    await expect(say(grade('a', { points: null, reason: '' }), 'unscored')).rejects.toMatchObject(refusal('invalid', 'reason'));
    expect(await kinds()).toEqual([]);
    await say(grade('a', { grade: 'good', points: 97, reason: '' }));
    await say(grade('b', { points: null }), 'unscored');
    expect((await deliver(org.ctx, one, 1)).directives[0]?.body).toMatchObject({ points: null, total: null });
  });

  it('[DIR-3] a meeting whose id a database would refuse is graded like any other', async () => {
    await submit(org.ctx, one, sampleEnvelope('odd-document', { meetingId: `odd\u0000"id` }));
    await say(grade('a'), 'odd-document');
    expect((await view(org.ctx, office(org), 'odd-document')).directives).toHaveLength(1);
  });

  it('[DIR-5] the first time that it was seen counts, for all devices; what the cell does not have is passed over', async () => {
    await say(grade('a'));
    await say(grade('b'), 'document-2');
    const at = async () => [...((await view(org.ctx, office(org), 'document-1')).directives ?? []), ...((await view(org.ctx, office(org), 'document-2')).directives ?? [])].map(({ seenAt }) => seenAt);
    await seen(org.ctx, other, { ids: ['grade-a'] });
    expect(await at()).toEqual([null, null]);
    const first = org.clock.now.toISOString();
    await seen(org.ctx, one, { ids: ['grade-a', 'grade-nobody-gave'] });
    org.clock.forward(1000);
    await seen(org.ctx, one, { ids: ['grade-a'] });
    expect(await at()).toEqual([first, null]);
  });

  it('[DIR-1] many at once are numbered without a gap, and of two grades at once one is told of the other', async () => {
    const many = Array.from({ length: 8 }, (_, index) => `many-document-${index}`);
    for (const id of many) await submit(org.ctx, one, sampleEnvelope(id, { meetingId: `meeting-${id}` }));
    const outcomes = await Promise.allSettled([...many.map((id) => say(grade(id), id)), say(grade('x')), say(grade('y'))]);
    const refused = outcomes.filter((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['gradeTaken']);
    const { directives, head } = await deliver(org.ctx, one, 0);
    expect(directives.map(({ seq }) => seq)).toEqual(Array.from({ length: 9 }, (_, index) => index + 1));
    expect(head).toBe(9);
  });

  const change = (id: string, over: Partial<GuidanceRequest> = {}): GuidanceRequest => ({ id, from: '2026-07-01', profile: 'hd42-2025', frame: null, wording: {}, ...over });

  it('[DIR-9] guidance goes to every cell of the committee and to no other, numbered with all else; how many have seen it is told', async () => {
    const elsewhere = await org.another();
    const foreign = await elsewhere.device();
    await say(grade('a'));
    const wording = { 'regular.hd42-2025/tk-md-01/label': 'Tuyên bố lý do' };
    expect(await guide(org.ctx, office(org), change('guide-0001', { wording }))).toMatchObject({ id: 'guide-0001', profile: 'hd42-2025', wording, cells: 3, seen: 0 });
    expect(await kinds()).toEqual(['1 grade-a', '2 guide-0001']);
    expect(await kinds(other)).toEqual(['1 guide-0001']);
    expect(await kinds({ cell: foreign.cell, device: foreign.deviceId })).toEqual([]);
    expect((await deliver(org.ctx, other, 0)).directives[0]).toMatchObject({ kind: 'guidance', cell: other.cell, body: { from: '2026-07-01', profile: 'hd42-2025', frame: null, wording } });
    await seen(org.ctx, other, { ids: ['guide-0001'] });
    org.clock.forward(1000);
    await guide(org.ctx, office(org), change('guide-0002', { profile: null, frame: '' }));
    expect((await guidance(org.ctx, office(org))).guidance.map(({ id, cells, seen: by }) => [id, cells, by])).toEqual([['guide-0002', 3, 0], ['guide-0001', 3, 1]]);
    expect((await guidance(org.ctx, office(elsewhere))).guidance).toEqual([]);
  });

  it('[DIR-9] the same again changes nothing, another content is refused, and what says nothing is invalid', async () => {
    const first = await guide(org.ctx, office(org), change('guide-0001'));
    expect(await guide(org.ctx, office(org), change('guide-0001'))).toEqual(first);
    await expect(guide(org.ctx, office(org), change('guide-0001', { from: '2026-08-01' }))).rejects.toMatchObject(refusal('contentMismatch'));
    await expect(guide(org.ctx, office(org), change('guide-0003', { profile: null }))).rejects.toMatchObject({ code: 'invalid' });
    expect(await kinds(other)).toEqual(['1 guide-0001']);
  });

  it('[DIR-9] two officials and a grade at once: every cell has both, numbered without a gap', async () => {
    await Promise.all([guide(org.ctx, office(org), change('guide-0001')), guide(org.ctx, office(org), change('guide-0002')), guide(org.ctx, office(org), change('guide-0001')), say(grade('a'))]);
    expect((await kinds(other)).map((line) => line.slice(0, 1))).toEqual(['1', '2']);
    const own = (await deliver(org.ctx, one, 0)).directives;
    expect(own.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(own.map(({ id }) => id).sort()).toEqual(['grade-a', 'guide-0001', 'guide-0002']);
  });

  it('[DIR-4] more than an answer takes comes in several', async () => {
    let replaces: string | null = null;
    for (let index = 0; index < MAX_DIRECTIVES + 2; index += 1) replaces = (await say(grade(`n${index}`, { replaces }))).directive.id;
    const first = await deliver(org.ctx, one, 0);
    expect([first.directives.length, first.head, first.more]).toEqual([MAX_DIRECTIVES, MAX_DIRECTIVES + 2, true]);
    const second = await deliver(org.ctx, one, first.directives.at(-1)!.seq);
    expect([second.directives.map(({ seq }) => seq), second.more]).toEqual([[MAX_DIRECTIVES + 1, MAX_DIRECTIVES + 2], false]);
  });
});
