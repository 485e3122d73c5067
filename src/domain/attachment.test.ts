import { expect, it } from 'vitest';
import { attachmentFields, isRemoved, readAttachment } from './attachment';

const whole = { owner: 'meeting:m1', name: 'Kế hoạch.pdf', type: 'application/pdf', size: 9, hash: 'ab', pieces: 1, secret: 'key', addedAt: '2026-11-24T07:00:00.000Z' } as const;

it('[ATTACH-1] a record with all its words is a file; one that lacks any of them, or has another kind of thing there, is none', () => {
  expect(readAttachment('file:f1', attachmentFields(whole))).toEqual({ key: 'file:f1', id: 'f1', ...whole });
  for (const field of Object.keys(whole)) {
    const { [field]: _, ...rest } = attachmentFields(whole);
    expect([field, readAttachment('file:f1', rest), readAttachment('file:f1', { ...rest, [field]: [] })]).toEqual([field, null, null]);
  }
});

it('[ATTACH-2] removed is what was written and has no key any more', () => {
  expect([isRemoved(['secret', 'name'], {}), isRemoved(['secret', 'name'], { name: 'Tên mới' }), isRemoved(['secret'], { secret: 'key' }), isRemoved([], {}), isRemoved(['name'], { name: 'Tên' })]).toEqual([true, true, false, false, false]);
});
