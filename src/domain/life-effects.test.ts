import { describe, expect, it } from 'vitest';
import type { Json } from './json';
import { readLife, type LifeKind } from './life';
import { lifeChanges, memberWrites } from './life-effects';
import { lifeOffers } from './life-offers';
import { readMember, rosterOn, standingOn, statusOn } from './member';
import { fieldsOf, writeLocal, emptyRecord, type Change, type Fields, type RecordKey } from './records';
import { voteBase } from './votes';

type Row = Record<string, Json>;
/** A book of records, as far as these tests need one. */
class Shelf {
  readonly #records = new Map<RecordKey, ReturnType<typeof emptyRecord>>();
  #n = 0;
  read = (key: RecordKey): Fields => fieldsOf(this.#records.get(key) ?? emptyRecord(key));
  put = (changes: readonly Change[]): void => {
    for (const { key, field, value } of changes) this.#records.set(key, writeLocal(this.#records.get(key) ?? emptyRecord(key), field, value, (this.#n += 1)));
  };
  /** A step as the screen writes it; what comes back undoes it. */
  step(id: string, patch: Row, person = id): () => void {
    const changes = lifeChanges(id, this.read(`life:${id}`), patch, this.read(`member:${person}`));
    const was = changes.map(({ key, field }) => ({ key, field, value: this.read(key)[field] ?? null }));
    this.put(changes);
    return () => this.put(was);
  }
  member = (id: string) => readMember(id, this.read(`member:${id}`));
}
const begin = (kind: LifeKind, id: string, more: Row = {}): Shelf => {
  const shelf = new Shelf();
  shelf.put(Object.entries({ kind, openedOn: '2026-11-01', ...more }).map(([field, value]) => ({ key: `life:${id}` as RecordKey, field, value })));
  return shelf;
};
const OFFICIALS = Array.from({ length: 9 }, (_, i) => readMember(`m${i}`, { name: `Người ${i}`, officialOn: '2010-01-01' }));

describe('what an event writes into the register', () => {
  it('[LIFE-9] somebody admitted stands in no roster before the ceremony, in every one after it, and changes no vote base', () => {
    const shelf = begin('admission', 'new', { name: 'Trần Văn Mới', birthDate: '1998-02-03' });
    shelf.step('new', { 'vote/on': '2026-11-10', 'vote/yes': 6, 'vote/base': 9 });
    shelf.step('new', { 'proposal/on': '2026-11-11' });
    shelf.step('new', { 'decision/on': '2026-11-20', 'decision/number': '12-QĐ/ĐU' });
    expect(shelf.read('member:new')).toEqual({});
    shelf.step('new', { 'ceremony/on': '2026-11-24' });
    expect(shelf.read('member:new')).toEqual({ name: 'Trần Văn Mới', birthDate: '1998-02-03', joinedOn: '2026-11-20', cellFrom: '2026-11-24', standing: 'probationary' });
    const members = [...OFFICIALS, shelf.member('new')];
    const before = rosterOn(members, '2026-11-23');
    const after = rosterOn(members, '2026-11-24');
    expect([before.length, after.length]).toEqual([9, 10]);
    expect(after.filter(({ standing }) => standing === 'probationary')).toHaveLength(1);
    expect(voteBase(after, {}, '09:00')).toEqual(voteBase(before, {}, '09:00'));
  });

  it('[MEM-3] before the first day in the cell nobody counts in it', () => {
    const member = readMember('x', { name: 'X', cellFrom: '2026-11-24' });
    expect(['2026-11-23', '2026-11-24'].map((day) => statusOn(member, day))).toEqual(['left', 'active']);
  });

  it.each<[LifeKind, Row, Row]>([
    ['official', { 'decision/on': '2026-12-10', 'decision/from': '2026-11-24' }, { officialOn: '2026-11-24' }],
    ['transferOut', { 'letter/on': '2026-11-02', 'leave/on': '2026-11-05' }, { 'status/2026-11-05': 'left' }],
    ['temporaryOut', { 'leave/on': '2026-11-05', 'leave/until': '2027-05-05' }, { 'status/2026-11-05': 'temporaryOut' }],
    ['temporaryOut', { 'leave/on': '2026-11-05', 'leave/until': '2027-05-05', 'end/on': '2027-05-01' }, { 'status/2026-11-05': 'temporaryOut', 'status/2027-05-01': 'active' }],
    ['exemption', { reason: 'ageOrHealth', 'start/on': '2026-11-10' }, { 'status/2026-11-10': 'exempt' }],
    ['suspension', { 'decision/on': '2026-11-02', 'start/on': '2026-11-03', 'end/on': '2027-02-03' }, { 'status/2026-11-03': 'suspended', 'status/2027-02-03': 'active' }],
    ['removal', { 'decision/on': '2026-11-20' }, { 'status/2026-11-20': 'left' }],
    ['expulsion', { 'decision/on': '2026-11-20' }, { 'status/2026-11-20': 'left' }],
    ['leaving', { 'decision/on': '2026-11-20' }, { 'status/2026-11-20': 'left' }],
    ['death', { 'day/on': '2026-11-20' }, { 'status/2026-11-20': 'left' }],
    ['discipline', { 'vote/on': '2026-11-20', 'report/on': '2026-11-22' }, {}],
    ['transferIn', { 'letter/on': '2026-11-02', 'arrive/on': '2026-11-05' }, { 'status/2026-11-05': 'active' }],
  ])('[LIFE-9] %s', (kind, fields, written) => {
    expect(memberWrites(readLife('e', { kind, openedOn: '2026-11-01', memberId: 'p', ...fields })!)).toEqual(written);
    expect(memberWrites(readLife('e', { kind, openedOn: '2026-11-01', memberId: 'p' })!)).toEqual({});
  });

  it('[LIFE-9] who comes from elsewhere comes with their standing, for a time or for good', () => {
    const person = { name: 'Lê Văn Đến', standing: 'official', joinedOn: '2010-02-03', officialOn: '2011-02-03' };
    const shelf = begin('temporaryIn', 'guest', person);
    shelf.step('guest', { 'arrive/on': '2026-11-05', 'arrive/until': '2027-05-05' });
    expect(shelf.read('member:guest')).toEqual({ ...person, cellFrom: '2026-11-05', 'status/2026-11-05': 'temporaryIn' });
    shelf.step('guest', { 'end/on': '2027-05-02' });
    expect(['2026-11-04', '2026-11-05', '2027-05-02'].map((day) => statusOn(shelf.member('guest'), day))).toEqual(['left', 'temporaryIn', 'left']);
    const joins = begin('transferIn', 'new', person);
    joins.step('new', { 'arrive/on': '2026-11-05' });
    expect(standingOn(joins.member('new'), '2026-11-05')).toBe('official');
  });

  it('[LIFE-10] a day that is corrected moves the status with it; taken back, the register is as it was', () => {
    const shelf = begin('temporaryOut', 'e', { memberId: 'p' });
    shelf.put([{ key: 'member:p', field: 'name', value: 'P' }]);
    shelf.step('e', { 'leave/on': '2026-11-05', 'leave/until': '2027-05-05' }, 'p');
    shelf.step('e', { 'leave/on': '2026-11-08' }, 'p');
    expect(shelf.read('member:p')).toEqual({ name: 'P', 'status/2026-11-08': 'temporaryOut' });
    shelf.step('e', { 'leave/on': null }, 'p');
    expect(shelf.read('member:p')).toEqual({ name: 'P' });
  });

  it('[LIFE-10] what was corrected by hand in the register since then is left alone', () => {
    const shelf = begin('removal', 'e', { memberId: 'p' });
    shelf.step('e', { 'decision/on': '2026-11-20' }, 'p');
    shelf.put([{ key: 'member:p', field: 'status/2026-11-20', value: 'active' }]);
    shelf.step('e', { 'decision/on': null }, 'p');
    expect(shelf.read('member:p')).toEqual({ 'status/2026-11-20': 'active' });
  });

  it('[LIFE-10] an admission taken back takes the person out whole, and the undo of that brings them back', () => {
    const shelf = begin('admission', 'new', { name: 'Trần Văn Mới' });
    shelf.step('new', { 'decision/on': '2026-11-20', 'ceremony/on': '2026-11-24' });
    shelf.put([{ key: 'member:new', field: 'phone', value: '0912' }]);
    const undo = shelf.step('new', { 'ceremony/on': null });
    expect(shelf.read('member:new')).toEqual({});
    undo();
    expect(shelf.member('new')).toMatchObject({ name: 'Trần Văn Mới', phone: '0912', cellFrom: '2026-11-24' });
  });

  it('[LIFE-11] offers what can be begun, by how somebody takes part', () => {
    const offers = (fields: Row, lives: Row[] = []): string[] => lifeOffers(readMember('p', { name: 'P', ...fields }), '2026-11-24', lives.map((one, i) => readLife(`e${i}`, { openedOn: '2026-11-01', memberId: 'p', ...one })!));
    expect(offers({ officialOn: '2010-01-01' })).toEqual(['transferOut', 'temporaryOut', 'exemption', 'suspension', 'discipline', 'removal', 'expulsion', 'leaving', 'death']);
    expect(offers({ standing: 'probationary' })).toContain('official');
    expect(offers({ standing: 'probationary' })).not.toContain('expulsion');
    expect(offers({ standing: 'probationary' }, [{ kind: 'official' }])).not.toContain('official');
    expect(offers({ standing: 'probationary' }, [{ kind: 'official', stoppedOn: '2026-11-02' }])).toContain('official');
    expect(offers({ 'status/2020-01-01': 'temporaryIn' })).toEqual(['transferIn', 'death']);
    expect(offers({ 'status/2020-01-01': 'left' })).toEqual(['transferIn']);
    expect(offers({ 'status/2020-01-01': 'exempt' })).not.toContain('exemption');
  });
});
