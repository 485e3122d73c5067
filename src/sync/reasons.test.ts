import { describe, expect, it } from 'vitest';
import en from '@/i18n/locales/en/errors.json';
import vi from '@/i18n/locales/vi/errors.json';
import { ERROR_CODES } from '@/protocol';
import type { StorageReason } from '@/storage';
import type { ApiReason } from './api';
import { reasonKey, type Failure } from './reasons';

// A reason that is added must be added here too, or this file does not compile.
const storage: Record<StorageReason, true> = { full: true, closed: true, blocked: true, damaged: true, newer: true, unavailable: true };
const lines: Record<Exclude<ApiReason, (typeof ERROR_CODES)[number]>, true> = { offline: true, notServer: true, server: true, leftOut: true, awaiting: true, admissionOver: true, reportOutrun: true, snapshotDamaged: true };
const all = [...ERROR_CODES, ...Object.keys(lines), ...Object.keys(storage), 'unknown'] as Failure[];

const wordsOf = (file: object, reason: Failure): unknown =>
  reasonKey(reason)
    .replace('errors:', '')
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], file);

describe('reasons', () => {
  it.each(all)('[PROTO-3] %s has words in Vietnamese and English: what happened, what is safe, what to do', (reason) => {
    for (const file of [vi, en]) {
      const words = wordsOf(file, reason);
      expect(words).toBeTypeOf('string');
      expect(String(words).split(/[.;:] /).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('no two reasons say the same', () => {
    expect(new Set(all.map((reason) => wordsOf(vi, reason))).size).toBe(all.length);
  });
});
