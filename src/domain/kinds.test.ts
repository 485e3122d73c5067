import { describe, expect, it } from 'vitest';
import { procedureFor } from '@/packs';
import { readMember, rosterFor } from './member';
import { frameOn, profileOn } from './profile';
import { isCellMeeting, isRegular, sameRow, MEETING_KINDS } from './procedure';
import { readMeeting } from './read-meeting';
import { readiness } from './readiness';
import { voteBase, votesNeeded } from './votes';

const members = ['secretary', 'deputy', 'committeeMember', 'none', 'none'].map((position, i) => readMember(`m${i}`, { name: `Người ${i}`, position }));

describe('kinds of meeting', () => {
  it('[KIND-1] the whole cell’s meetings go up, those of chi ủy and cấp ủy do not', () => {
    expect(MEETING_KINDS.filter((kind) => !isCellMeeting(kind))).toEqual(['cellCommittee', 'committee']);
  });
  it('[KIND-2] a regular meeting with a thematic part is the month’s regular one', () => {
    expect(MEETING_KINDS.filter(isRegular)).toEqual(['regular', 'combined']);
    // What the next one takes up from the last: of its kind, and these two are one.
    expect(MEETING_KINDS.filter((kind) => sameRow(kind, 'combined'))).toEqual(['regular', 'combined']);
    expect(MEETING_KINDS.filter((kind) => sameRow(kind, 'thematic'))).toEqual(['thematic']);
  });
  it('[ATT-4] chi ủy and cấp ủy are those with a post; attendance and votes are of them', () => {
    expect(rosterFor('regular', members, '2026-11-24')).toHaveLength(5);
    const small = rosterFor('cellCommittee', members, '2026-11-24');
    expect(small.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2']);
    expect(rosterFor('committee', members, '2026-11-24')).toEqual(small);
    const { base } = voteBase(small, {}, '09:00');
    expect([base, votesNeeded(base, 'majority')]).toEqual([3, 2]);
  });
  it('[CELL-1] a profile holds from its day on; before the first change the one that came with the book', () => {
    const cell = { profile: 'hd05-duk-2021', 'profile/2026-10-01': 'hd42-2025', 'profile/2026-03-01': 'hd12-2018' };
    expect(['2026-02-28', '2026-03-01', '2026-09-30', '2026-10-01', '2027-01-01'].map((day) => profileOn(cell, day))).toEqual(['hd05-duk-2021', 'hd12-2018', 'hd12-2018', 'hd42-2025', 'hd42-2025']);
    expect(profileOn({}, '2026-01-01')).toBe('hd05-duk-2021');
  });
  it('[CELL-2] a frame holds from its day on, until the procedure’s own is chosen again', () => {
    const cell = { 'frame/2026-05-01': 'an-phu-2025', 'frame/2026-09-01': '' };
    expect(['2026-04-30', '2026-05-01', '2026-09-01'].map((day) => frameOn(cell, day))).toEqual([null, 'an-phu-2025', null]);
  });
});

describe('readiness of other kinds', () => {
  const ask = (kind: (typeof MEETING_KINDS)[number], fields: Record<string, string> = {}, count = 5) =>
    readiness(readMeeting('m', { kind, date: '2026-11-24', ...fields }), procedureFor(kind, 'hd05-duk-2021')!, { hasCommittee: true, roster: rosterFor(kind, members, '2026-11-24').slice(0, count), today: '2026-11-24' });
  it('[READY-7] an extraordinary meeting does not open without its reason, whatever is said', () => {
    expect(ask('extraordinary').find(({ rule }) => rule === 'READY-7')).toMatchObject({ state: 'forbidden', stepId: 'bt-cb-01' });
    expect(ask('extraordinary', { reason: '  ' }).find(({ rule }) => rule === 'READY-7')?.state).toBe('forbidden');
    expect(ask('extraordinary', { reason: 'Xét kết nạp' }).find(({ rule }) => rule === 'READY-7')?.state).toBe('met');
    expect(ask('regular').some(({ rule }) => rule === 'READY-7')).toBe(false);
  });
  it('[READY-6] chi ủy needs two; it is not asked for documents, a looked-over register or a meeting before it', () => {
    expect(ask('cellCommittee').map(({ rule }) => rule)).toEqual(['READY-2', 'READY-6']);
    expect(ask('cellCommittee').at(-1)?.state).toBe('met');
    expect(ask('cellCommittee', {}, 1).at(-1)?.state).toBe('forbidden');
  });
});
