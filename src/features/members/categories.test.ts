import { describe, expect, it } from 'vitest';
import { readMember } from '@/domain';
import { countCategories } from './categories';

describe('categories', () => {
  it('counts a guest at home, an exempt member twice, and one who left nowhere else', () => {
    const members = [
      readMember('a', { name: 'A', standing: 'official' }),
      readMember('b', { name: 'B', standing: 'probationary' }),
      readMember('c', { name: 'C', 'status/2020-01-01': 'exempt' }),
      readMember('d', { name: 'D', 'status/2020-01-01': 'temporaryIn' }),
      readMember('e', { name: 'E', 'status/2020-01-01': 'left' }),
      readMember('f', { name: 'F', 'status/2030-01-01': 'left' }),
    ];
    expect(countCategories(members, '2026-03-10')).toEqual({ all: 5, official: 3, probationary: 1, exempt: 1, temporaryIn: 1, temporaryOut: 0, suspended: 0, left: 1 });
  });
});
