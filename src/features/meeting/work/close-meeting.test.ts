import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadProof } from '@/documents/proof/load';
import { criteriaOf, readMeeting, type Change, type Json, type RecordKey } from '@/domain';
import { findFrame, findProcedure } from '@/packs';
import { hashJson, Saver, StorageError, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { closeMeeting } from './close-meeting';

const KEY: RecordKey = 'meeting:m';
const NOW = '2026-11-24T09:30:00.000Z';
const procedure = findProcedure('regular.hd05-duk-2021', 1)!;
const frame = findFrame(procedure.params.frame)!;
const names: Record<string, string> = { a: 'Trần Văn An', b: 'Lê Thị Bình', c: 'Phạm Văn Cường' };
const nameOf = (id: string | null | undefined): string => (id && names[id]) || '';
const SECRET = 'BÍ MẬT CHI BỘ';

const meetingFields: Record<string, Json> = {
  kind: 'regular',
  date: '2026-11-24',
  time: '14:00',
  place: 'Phòng họp',
  procedure: { id: procedure.id, version: procedure.version },
  startedAt: '2026-11-24T07:00:00.000Z',
  endedAt: '2026-11-24T09:00:00.000Z',
  chairId: 'a',
  clerkId: 'b',
  roster: Object.keys(names).map((id) => ({ id, name: nameOf(id), standing: 'official', status: 'active', position: id === 'a' ? 'secretary' : 'none' })),
  conclusion: 'Hoàn thành kế hoạch năm.',
  'con/1': { memberId: 'c', kind: 'criticism', at: '2026-11-24T08:00:00.000Z', stepId: 'tk-nd-08' },
  'con/1/text': SECRET,
  'step/tk-nd-08/note': SECRET,
  'step/tk-nd-02/note': 'CHỈ TRONG CHI BỘ',
  'minutes/guests': { basis: '' },
  'minutes/guests/text': 'Không có khách.',
  ...Object.fromEntries(criteriaOf(frame).map(({ id, max }) => [`score/${id}`, { points: max }])),
};

let book: Book;
let saver: Saver;
async function room(more: Record<string, Json> = {}): Promise<void> {
  book = await createBook('trial', '246810', async () => new Uint8Array(32));
  saver = new Saver(book, () => Date.parse(NOW));
  const put = (key: RecordKey, values: Record<string, Json>): Change[] => Object.entries(values).map(([field, value]) => ({ key, field, value }));
  await book.write([
    ...put('cell:cell', { name: 'Chi bộ Thử', superior: 'Đảng ủy Thử' }),
    ...put('task:t', { what: 'Rà soát hồ sơ', assigneeId: 'c', due: '2026-12-10', meetingId: 'm', createdAt: '2026-11-24T08:30:00.000Z', state: 'open' }),
    ...put(KEY, { ...meetingFields, ...more }),
  ]);
}
afterEach(async () => {
  const name = book.db.name;
  await book.close();
  await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
});

const close = () => closeMeeting(saver, { key: KEY, procedure, nameOf }, NOW);

describe('[KIND-1] minutes of chi ủy', () => {
  it('are closed and stay in the book: nothing is queued', async () => {
    await room({ kind: 'cellCommittee' });
    const write = vi.spyOn(book, 'write');
    expect(await closeMeeting(saver, { key: KEY, procedure: findProcedure('cellCommittee.hd05-duk-2021', 1)!, nameOf }, NOW)).toEqual({ ok: true });
    expect(write.mock.calls[0]![0].map(({ key, field }) => `${key.split(':')[0]}.${field}`)).toEqual(['meeting.final', 'meeting.closedHash', 'meeting.closedPrev', 'meeting.closedHead', 'meeting.closedAt']);
  });
});

describe('[CLOSE-2] closing the minutes', () => {
  it('writes everything in one write, the mark that refuses last, and refuses afterwards', async () => {
    await room();
    const write = vi.spyOn(book, 'write');
    expect(await close()).toEqual({ ok: true });
    expect(write).toHaveBeenCalledTimes(1);
    const changes = write.mock.calls[0]![0];
    expect(changes.at(-1)).toEqual({ key: KEY, field: 'closedAt', value: NOW });
    const kinds = changes.map(({ key, field }) => `${key.split(':')[0]}.${field}`);
    expect(kinds.filter((kind) => kind.startsWith('meeting'))).toEqual(['meeting.final', 'meeting.closedHash', 'meeting.closedPrev', 'meeting.closedHead', 'meeting.result', 'meeting.closedAt']);
    expect(kinds).toEqual(expect.arrayContaining(['submission.body', 'submission.hash', 'submission.meetingId']));

    const fields = await book.read(KEY);
    expect(fields['result']).toEqual({ points: 100, grade: 'good' });
    expect(readMeeting('m', fields).final?.sections.find(({ id }) => id === 'guests')?.text).toBe('Không có khách.');

    await expect(book.write([{ key: KEY, field: 'conclusion', value: 'khác' }])).rejects.toMatchObject({ reason: 'closed' });
    await expect(book.write([{ key: KEY, field: 'con/1/text', value: 'khác' }])).rejects.toMatchObject({ reason: 'closed' });
    await book.write([{ key: KEY, field: 'corrections/k', value: { at: NOW, text: 'đúng là 24', reason: 'ghi nhầm', by: 'a' } }]);
    await book.write([{ key: KEY, field: 'post/postedOn', value: '2026-11-25' }]);
    expect(await close()).toEqual({ ok: false, reason: 'closed' });
    expect(await book.list('submission')).toHaveLength(1);
  });

  it('[CLOSE-3] [CLOSE-4] the fingerprint follows the minutes closed before, and stands when the cell is renamed', async () => {
    await room();
    await book.write([{ key: 'meeting:old', field: 'closedHash', value: 'ab'.repeat(32) }, { key: 'meeting:old', field: 'closedAt', value: '2026-10-24T09:30:00.000Z' }]);
    await close();
    const { linksOf } = await loadProof();
    const links = async (name: string) => linksOf(hashJson, readMeeting('m', await book.read(KEY)), { name, superior: '' });
    const [link] = await links('Chi bộ Thử');
    expect(link).toMatchObject({ kind: 'minutes', at: NOW, prev: ['ab'.repeat(32)] });
    expect(link!.again).toBe(link!.hash);
    expect(await links('Chi bộ Tên khác')).toEqual([link]);
  });

  it('what is queued for the committee holds nothing restricted and nothing internal; the cell’s own minutes hold the internal part', async () => {
    await room();
    await close();
    const [sent] = await book.list('submission');
    const body = sent!.fields['body'] as { minutesHash: string; chair: string; tasks: unknown[] };
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect(JSON.stringify(body)).not.toContain('CHỈ TRONG CHI BỘ');
    expect(body.chair).toBe('Trần Văn An');
    expect(body.tasks).toEqual([{ what: 'Rà soát hồ sơ', who: 'Phạm Văn Cường', due: '2026-12-10' }]);
    const { final, closedHash } = readMeeting('m', await book.read(KEY));
    expect(body.minutesHash).toBe(closedHash);
    expect(JSON.stringify(final)).not.toContain(SECRET);
    expect(JSON.stringify(final)).toContain('CHỈ TRONG CHI BỘ');
  });

  it('takes in what was being typed a moment ago', async () => {
    await room();
    let typed = 'Kết luận mới gõ.';
    saver.addDraft(async () => {
      if (typed) await saver.write([{ key: KEY, field: 'conclusion', value: typed }]);
      typed = '';
    });
    await close();
    expect(JSON.stringify((await book.read(KEY))['final'])).toContain('Kết luận mới gõ.');
  });

  it('without a clerk, or on a full disk, nothing is written and the reason has a name', async () => {
    await room({ clerkId: null });
    expect(await close()).toEqual({ ok: false, reason: 'incomplete', path: 'clerk' });
    expect(await book.list('submission')).toEqual([]);
    await book.write([{ key: KEY, field: 'clerkId', value: 'b' }]);
    const write = vi.spyOn(book, 'write').mockRejectedValue(new StorageError('full'));
    expect(await close()).toEqual({ ok: false, reason: 'full' });
    write.mockRestore();
    const fields = await book.read(KEY);
    expect([fields['closedAt'], fields['final']]).toEqual([undefined, undefined]);
    expect(await close()).toEqual({ ok: true });
  });

  it('does not close over something that could not be saved', async () => {
    await room();
    const write = vi.spyOn(book, 'write').mockRejectedValueOnce(new StorageError('full'));
    await saver.write([{ key: KEY, field: 'conclusion', value: 'chưa ghi được' }]);
    expect(await close()).toEqual({ ok: false, reason: 'unsaved' });
    expect(write).toHaveBeenCalledTimes(1);
    expect((await book.read(KEY))['closedAt']).toBeUndefined();
  });
});
