import { expect, it } from 'vitest';
import { minutesFileName } from './share';

it('a file name says when and what kind in plain letters, and nothing of cell or person', () => {
  expect(minutesFileName({ date: '2026-11-24', kind: 'regular' })).toBe('bien-ban-2026-11-24-thuong-ky.docx');
  expect(minutesFileName({ date: '2026-11-24', kind: 'cellCommittee' }, 'txt')).toBe('bien-ban-2026-11-24-hop-chi-uy.txt');
  expect(minutesFileName({ date: '../../x', kind: 'constructor' as never })).toBe('bien-ban.docx');
});
