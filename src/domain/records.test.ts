import { describe, expect, it } from 'vitest';
import { applyLogged, emptyRecord, fieldsOf, markInFlight, releaseBatch, unsentChanges, writeLocal, type Change, type StoredRecord } from './records';

const change = (value: string | null, field = 'text', key: Change['key'] = 'meeting:m'): Change => ({ key, field, value });
const shown = (record: StoredRecord) => fieldsOf(record)['text'];

describe('log', () => {
  it('[LOG-1] a local change shows, and what the log said stays beneath', () => {
    const logged = applyLogged(emptyRecord('meeting:m'), change('cũ'), { seq: 1, device: 'b', seen: 0 }).record;
    const local = writeLocal(logged, 'text', 'mới', 1);
    expect(shown(local)).toBe('mới');
    expect(local.fields['text']).toMatchObject({ v: 'cũ', s: 1, l: { v: 'mới' } });
  });
  it('[LOG-2] the later in server order shows', () => {
    let record = applyLogged(emptyRecord('meeting:m'), change('một'), { seq: 1, device: 'a', seen: 0 }).record;
    record = applyLogged(record, change('hai'), { seq: 2, device: 'b', seen: 1 }).record;
    expect(shown(record)).toBe('hai');
  });
  it('[LOG-3] two that had not seen each other: the later shows, the other is kept for review', () => {
    const first = applyLogged(emptyRecord('meeting:m'), change('một'), { seq: 1, device: 'a', seen: 0 }).record;
    const second = applyLogged(first, change('hai'), { seq: 2, device: 'b', seen: 0 });
    expect(shown(second.record)).toBe('hai');
    expect(second.review).toMatchObject({ reason: 'both-changed', kept: 'một', keptBy: 'a', shown: 'hai', shownBy: 'b' });
  });
  it('[LOG-3] no review when it was seen, when it is the same text, when it is the same device, or over a deleted value', () => {
    const first = applyLogged(emptyRecord('meeting:m'), change('một'), { seq: 5, device: 'a', seen: 0 }).record;
    expect(applyLogged(first, change('hai'), { seq: 6, device: 'b', seen: 5 }).review).toBeUndefined();
    expect(applyLogged(first, change('một'), { seq: 6, device: 'b', seen: 0 }).review).toBeUndefined();
    expect(applyLogged(first, change('hai'), { seq: 6, device: 'a', seen: 0 }).review).toBeUndefined();
    const gone = applyLogged(first, change(null), { seq: 6, device: 'a', seen: 5 }).record;
    expect(applyLogged(gone, change('hai'), { seq: 7, device: 'b', seen: 0 }).review).toBeUndefined();
  });
  it('[LOG-4] closed minutes refuse; what came too late is kept for review; later things of the meeting still go in', () => {
    const closed = applyLogged(emptyRecord('meeting:m'), change('2026-11-24T09:00:00Z', 'closedAt'), { seq: 1, device: 'a', seen: 0 }).record;
    const late = applyLogged(closed, change('muộn'), { seq: 2, device: 'b', seen: 0 });
    expect(shown(late.record)).toBeUndefined();
    expect(late.review).toMatchObject({ reason: 'closed', kept: 'muộn', keptBy: 'b' });
    expect(fieldsOf(applyLogged(closed, change('2026-11-25', 'post/postedOn'), { seq: 2, device: 'b', seen: 0 }).record)['post/postedOn']).toBe('2026-11-25');
  });
  it('[LOG-4] closing is open to other records', () => {
    const record = applyLogged(emptyRecord('task:t'), change('x', 'closedAt', 'task:t'), { seq: 1, device: 'a', seen: 0 }).record;
    expect(applyLogged(record, change('y', 'text', 'task:t'), { seq: 2, device: 'b', seen: 1 }).review).toBeUndefined();
  });
  it('[SYNC-1] what is typed while a batch is under way stays unsent, and outlives the batch', () => {
    let record = writeLocal(emptyRecord('meeting:m'), 'text', 'một', 1);
    record = markInFlight(record, new Map([['text', 1]]), 'b1');
    expect(unsentChanges(record)).toEqual([]);
    record = writeLocal(record, 'text', 'một hai', 2);
    expect(unsentChanges(record)).toHaveLength(1);
    record = applyLogged(record, change('một'), { seq: 1, device: 'me', seen: 0 }, 'b1').record;
    expect(shown(record)).toBe('một hai');
    expect(unsentChanges(record)).toHaveLength(1);
  });
  it('[SYNC-1] typing between sealing and marking is not marked', () => {
    const record = writeLocal(emptyRecord('meeting:m'), 'text', 'sau', 2);
    expect(unsentChanges(markInFlight(record, new Map([['text', 1]]), 'b1'))).toHaveLength(1);
  });
  it('[SYNC-4] a batch that is given up frees its changes', () => {
    const record = markInFlight(writeLocal(emptyRecord('meeting:m'), 'text', 'một', 1), new Map([['text', 1]]), 'b1');
    expect(unsentChanges(releaseBatch(record, 'b1'))).toHaveLength(1);
  });
});
