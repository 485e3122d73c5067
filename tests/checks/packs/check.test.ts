import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faultsOf } from './check';

const FOLDER = 'src/packs';
const files = ['procedures', 'frames', 'documents', 'appraisals'].flatMap((kind) => readdirSync(`${FOLDER}/${kind}`).map((name) => `${FOLDER}/${kind}/${name}`));
const text = readFileSync(`${FOLDER}/procedures/extraordinary.hd42-2025.json`, 'utf8');
const frame = readFileSync(`${FOLDER}/frames/khoi-2021.json`, 'utf8');
/** The line on which something stands, and a copy in which it reads otherwise. */
const broken = (from: string, what: string, to: string): { line: number; faults: ReturnType<typeof faultsOf> } => {
  const at = from.indexOf(what);
  expect(at).toBeGreaterThan(0);
  return { line: from.slice(0, at).split('\n').length, faults: faultsOf(from.slice(0, at) + to + from.slice(at + what.length)) };
};

it.each(files)('[PACK-7] [PACK-8] [PACK-9] %s may be used', (file) => expect(faultsOf(readFileSync(file, 'utf8'))).toEqual([]));

it.each([
  ['no source', '"source": ["S00", "S20"]', '"source": []', /chưa có nguồn/],
  ['a word for a number', '"value": 0', '"value": "không"', /phải là số/],
  ['an unknown block', '"blocks": ["reason"]', '"blocks": ["ly-do"]', /"ly-do" không dùng được/],
  ['a missing comma', '"version": 1,', '"version": 1', /Thiếu dấu phẩy/],
  ['an open string', '"version": 1,', '"version: 1,', /Chuỗi chữ chưa đóng/],
  ['letters in pieces', 'Chuẩn bị hồ sơ', 'Chuẩn bị hồ sơ'.normalize('NFD'), /NFC/],
  ['a date as spoken', '"effectiveFrom": "2025-10-28"', '"effectiveFrom": "28/10/2025"', /2025-10-28/],
  ['an id twice', '"id": "bt-cb-02"', '"id": "bt-cb-01"', /trùng mã/],
] as const)('[PACK-7] %s is named with its line', (_name, what, to, words) => {
  const { line, faults } = broken(text, what, to);
  expect(faults[0]?.message).toMatch(words);
  // A missing comma is met where the next thing begins.
  expect(faults[0]!.line - line).toBe(what.includes('version') && to === '"version": 1' ? 1 : 0);
  expect(faults[0]?.column).toBeGreaterThan(0);
});

it('[PACK-9] forms of the review: a kind without a form, a section given twice and bands that rise are named', () => {
  const forms = readFileSync(`${FOLDER}/appraisals/hd43-2025.json`, 'utf8');
  expect(broken(forms, '"kind": "outside"', '"kind": "post"').faults[0]?.message).toMatch(/đúng một mẫu/);
  const twice = broken(forms, '"id": "pledge"', '"id": "tasks"');
  expect(twice.faults[0]?.message).toMatch(/trùng mã/);
  expect(twice.faults[0]!.line).toBeLessThan(twice.line);
  expect(broken(forms, '"min": 70', '"min": 95').faults[0]?.message).toMatch(/giảm dần/);
});

it('[PACK-7] a frame that does not add up names the group; a name given twice, a file cut short', () => {
  const { line, faults } = broken(frame, '"max": 15', '"max": 16');
  const group = faults.find(({ message }) => /không bằng điểm của nhóm/.test(message));
  expect(Math.abs(group!.line - line)).toBeLessThanOrEqual(3);
  expect(faultsOf('{ "id": "a",\n  "id": "b" }')).toEqual([{ line: 2, column: 3, message: expect.stringMatching(/đã có ở trên/) as string }]);
  expect(faultsOf(frame.trimEnd().slice(0, -2))[0]?.message).toMatch(/cụt/);
});
