import { expect, it } from 'vitest';
import { documentFileName, minutesFileName } from './share';

it('a file name says what, when and what kind of meeting in plain letters, and nothing of cell or person', () => {
  expect(minutesFileName({ date: '2026-11-24', kind: 'regular' })).toBe('bien-ban-2026-11-24-thuong-ky.docx');
  expect(documentFileName('resolution', { date: '2026-11-24', kind: 'cellCommittee' }, 'pdf')).toBe('nghi-quyet-2026-11-24-hop-chi-uy.pdf');
  expect(minutesFileName({ date: '../../x', kind: 'constructor' as never })).toBe('bien-ban.docx');
});
