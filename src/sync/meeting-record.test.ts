import { describe, expect, it } from 'vitest';
import { readCell, readMeeting, type Json } from '@/domain';
import { findFrame, procedureFor } from '@/packs';
import { IncompleteRecord, meetingRecord } from './meeting-record';

const procedure = procedureFor('regular', 'hd05-duk-2021')!;
const person = (id: string) => ({ id, name: `Người ${id}`, standing: 'official', status: 'active', position: 'none' });
const fields = (more: Record<string, Json> = {}): Record<string, Json> => ({
  kind: 'regular',
  date: '2026-11-24',
  startedAt: '2026-11-24T07:00:00.000Z',
  endedAt: '2026-11-24T08:40:00.000Z',
  chairId: 'a',
  clerkId: 'b',
  roster: ['a', 'b', 'c'].map(person) as unknown as Json,
  ...more,
});
const build = (more: Record<string, Json> = {}) =>
  meetingRecord({
    cell: readCell({ name: 'Chi bộ Thử' }),
    meeting: readMeeting('meeting-0001', fields(more)),
    procedure,
    frame: findFrame('hd42-2025')!,
    reviewedTasks: [],
    newTasks: [],
    nameOf: (id) => `Người ${id}`,
    minutesSections: [],
    minutesHash: 'a'.repeat(64),
    closedAt: '2026-11-24T09:00:00.000Z',
  });

describe('meeting record', () => {
  it('[SUB-1] is made of the records and fits the wire', () => {
    expect(build({ 'att/c': { kind: 'excused', reason: 'đi công tác' } })).toMatchObject({ minutes: 100, chair: 'Người a', attendance: { present: 2, expected: 3, excused: [{ name: 'Người c', reason: 'đi công tác' }] }, score: null });
  });
  it('[SUB-5] minutes of chi ủy and cấp ủy are no record for the committee', () => {
    for (const kind of ['cellCommittee', 'committee']) expect(() => build({ kind })).toThrow(new IncompleteRecord('kind'));
    for (const kind of ['thematic', 'extraordinary', 'combined']) expect(build({ kind }).kind).toBe(kind);
  });
  it('[SUB-1] the papers of a secret ballot go up, the tellers do not', () => {
    const ballots = { handedOut: 3, returned: 3, valid: 2, invalid: 1 };
    const sent = build({ 'vote/v': { decision: 'admission', yes: 2, no: 0, other: 0, base: 3, inRoom: 3, at: '2026-11-24T07:40:00.000Z', stepId: 'tk-nd-09', ballots }, 'vote/v/tellers': 'NGƯỜIKIỂMPHIẾU' });
    expect(sent.votes).toEqual([{ decision: 'admission', question: '', yes: 2, no: 0, other: 0, base: 3, passed: true, ballots }]);
    expect(JSON.stringify(sent)).not.toContain('NGƯỜIKIỂMPHIẾU');
  });
  it('[SUB-4] nothing said or decided in words in an internal or restricted step goes up, nor in a step nobody knows', () => {
    const secret: Record<string, Json> = {};
    for (const [index, step] of ['tk-nd-08', 'tk-nd-09', 'tk-nd-02', 'khong-co'].entries()) {
      secret[`con/c${index}`] = { memberId: 'a', kind: 'petition', at: '2026-11-24T07:30:00.000Z', stepId: step };
      secret[`con/c${index}/text`] = 'BIMAT';
      secret[`vote/v${index}`] = { decision: 'discipline', yes: 3, no: 0, other: 0, base: 3, inRoom: 3, at: '2026-11-24T07:40:00.000Z', stepId: step };
      secret[`vote/v${index}/question`] = 'BIMAT';
      secret[`step/${step}/skipped`] = 'BIMAT';
      secret[`step/${step}/note`] = 'BIMAT';
    }
    const record = build(secret);
    expect(JSON.stringify(record)).not.toContain('BIMAT');
    expect(record.votes).toHaveLength(4);
    expect(record.contributions.count).toBe(4);
  });
  it('[SUB-4] what is said openly does go up', () => {
    const record = build({ 'con/c1': { memberId: 'a', kind: 'petition', at: '2026-11-24T07:30:00.000Z', stepId: 'tk-nd-07' }, 'con/c1/text': 'Đề nghị cấp trên xem xét' });
    expect(record.petitions).toEqual(['Đề nghị cấp trên xem xét']);
  });
  it('[SUB-1] what is missing is named before anything is queued', () => {
    expect(() => build({ clerkId: null })).toThrow(new IncompleteRecord('clerk'));
  });
});
