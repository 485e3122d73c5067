import { describe, expect, it } from 'vitest';
import { applyLogged, markInFlight, releaseBatch } from './log';
import { emptyRecord, fieldsOf, unseenWords, unsentChanges, writeLocal, type LoggedChange, type StoredRecord } from './records';

const change = (value: string | null, base = 0, field = 'text', key: LoggedChange['key'] = 'meeting:m'): LoggedChange => ({ key, field, value, base });
const shown = (record: StoredRecord) => fieldsOf(record)['text'];

describe('log', () => {
  it('[LOG-1] a local change shows, and what the log said stays beneath', () => {
    const logged = applyLogged(emptyRecord('meeting:m'), change('cũ', 0), { seq: 1, device: 'b' }).record;
    const local = writeLocal(logged, 'text', 'mới', 1);
    expect(shown(local)).toBe('mới');
    expect(local.fields['text']).toMatchObject({ v: 'cũ', s: 1, l: { v: 'mới' } });
  });
  it('[LOG-6] what was replaced unseen, because it came while the text was being typed, is known to be unseen', () => {
    const logged = applyLogged(emptyRecord('meeting:m'), change('của máy kia', 0), { seq: 7, device: 'b' }).record;
    expect(writeLocal(logged, 'text', 'mới', 1).fields['text']?.l?.base).toBe(7);
    expect(writeLocal(logged, 'text', 'mới', 1, 'của máy kia').fields['text']?.l?.base).toBe(7);
    expect(writeLocal(logged, 'text', 'mới', 1, null).fields['text']?.l?.base).toBe(0);
    const landed = applyLogged(logged, change('mới', 0), { seq: 8, device: 'a' });
    expect(landed.review).toMatchObject({ kept: 'của máy kia', shown: 'mới' });
  });
  it("[LOG-8] another window's words are kept, one's own and those that were seen are not", () => {
    const there = writeLocal(emptyRecord('meeting:m'), 'text', 'của cửa sổ kia', 1);
    const typed = { key: 'meeting:m', field: 'text', value: 'mới' } as const;
    expect(unseenWords(there, { ...typed, over: 'cũ' })).toBe('của cửa sổ kia');
    expect(unseenWords(there, { ...typed, over: 'cũ' }, 'của cửa sổ kia')).toBeUndefined();
    expect(unseenWords(there, { ...typed, over: 'của cửa sổ kia' })).toBeUndefined();
    expect(unseenWords(there, { ...typed, value: 'của cửa sổ kia', over: 'cũ' })).toBeUndefined();
    expect(unseenWords(there, typed)).toBeUndefined();
    const logged = applyLogged(emptyRecord('meeting:m'), change('của máy kia', 0), { seq: 7, device: 'b' }).record;
    expect(unseenWords(logged, { ...typed, over: null })).toBeUndefined();
  });
  it('[LOG-2] the later in server order shows', () => {
    let record = applyLogged(emptyRecord('meeting:m'), change('một', 0), { seq: 1, device: 'a' }).record;
    record = applyLogged(record, change('hai', 1), { seq: 2, device: 'b' }).record;
    expect(shown(record)).toBe('hai');
  });
  it('[LOG-3] two that had not seen each other: the later shows, the other is kept for review', () => {
    const first = applyLogged(emptyRecord('meeting:m'), change('một', 0), { seq: 1, device: 'a' }).record;
    const second = applyLogged(first, change('hai', 0), { seq: 2, device: 'b' });
    expect(shown(second.record)).toBe('hai');
    expect(second.review).toMatchObject({ reason: 'both-changed', kept: 'một', keptBy: 'a', shown: 'hai', shownBy: 'b' });
  });
  it('[LOG-3] no review when it was seen, when it is the same text, when it is the same device, or over a deleted value', () => {
    const first = applyLogged(emptyRecord('meeting:m'), change('một', 0), { seq: 5, device: 'a' }).record;
    expect(applyLogged(first, change('hai', 5), { seq: 6, device: 'b' }).review).toBeUndefined();
    expect(applyLogged(first, change('một', 0), { seq: 6, device: 'b' }).review).toBeUndefined();
    expect(applyLogged(first, change('hai', 0), { seq: 6, device: 'a' }).review).toBeUndefined();
    const gone = applyLogged(first, change(null, 5), { seq: 6, device: 'a' }).record;
    expect(applyLogged(gone, change('hai', 0), { seq: 7, device: 'b' }).review).toBeUndefined();
  });
  it('[LOG-4] closed minutes refuse; what came too late is kept for review; later things of the meeting still go in', () => {
    const closed = applyLogged(emptyRecord('meeting:m'), change('2026-11-24T09:00:00Z', 0, 'closedAt'), { seq: 1, device: 'a' }).record;
    const late = applyLogged(closed, change('muộn', 0), { seq: 2, device: 'b' });
    expect(shown(late.record)).toBeUndefined();
    expect(late.review).toMatchObject({ reason: 'closed', kept: 'muộn', keptBy: 'b' });
    expect(fieldsOf(applyLogged(closed, change('2026-11-25', 0, 'post/postedOn'), { seq: 2, device: 'b' }).record)['post/postedOn']).toBe('2026-11-25');
  });
  it('[LOG-4] closing is open to other records', () => {
    const record = applyLogged(emptyRecord('task:t'), change('x', 0, 'closedAt', 'task:t'), { seq: 1, device: 'a' }).record;
    expect(applyLogged(record, change('y', 1, 'text', 'task:t'), { seq: 2, device: 'b' }).review).toBeUndefined();
  });
  it('[LOG-7] a log read again from its beginning changes nothing, and lists nothing for review', () => {
    const log = [change('một', 0), change('hai', 0), change('ba', 0)];
    const devices = ['a', 'b', 'me'];
    const once = log.reduce((record, one, index) => applyLogged(record, one, { seq: index + 1, device: devices[index]! }).record, emptyRecord('meeting:m'));
    for (const [index, one] of log.entries()) expect(applyLogged(once, one, { seq: index + 1, device: devices[index]! })).toEqual({ record: once });
  });
  it('[LOG-7] what is typed on top stays when the log is read again; what the log already has of it goes', () => {
    const landed = applyLogged(emptyRecord('meeting:m'), change('của máy kia', 0), { seq: 9, device: 'b' }).record;
    const typed = markInFlight(writeLocal(landed, 'text', 'một', 1), new Map([['text', 1]]), 'b1');
    expect(shown(applyLogged(typed, change('khác', 0), { seq: 4, device: 'c' }).record)).toBe('một');
    expect(shown(applyLogged(typed, change('một', 0), { seq: 5, device: 'me' }, 'b1').record)).toBe('của máy kia');
  });
  it('[SYNC-1] what is typed while a batch is under way stays unsent, and outlives the batch', () => {
    let record = writeLocal(emptyRecord('meeting:m'), 'text', 'một', 1);
    record = markInFlight(record, new Map([['text', 1]]), 'b1');
    expect(unsentChanges(record)).toEqual([]);
    record = writeLocal(record, 'text', 'một hai', 2);
    expect(unsentChanges(record)).toHaveLength(1);
    record = applyLogged(record, change('một', 0), { seq: 1, device: 'me' }, 'b1').record;
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
