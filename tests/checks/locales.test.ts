import { describe, expect, it } from 'vitest';
import { locales } from './locales';
import { inWords } from './problem';
import { inTree } from './tree';
import { vietnamese } from './vietnamese';

const check = (vi: object, en: object, code = '', rest: Record<string, string> = {}): Promise<string[]> =>
  inTree(
    {
      'src/i18n/locales/vi/meeting.json': JSON.stringify(vi),
      'src/i18n/locales/en/meeting.json': JSON.stringify(en),
      'src/features/meeting/page.tsx': code,
      ...rest,
    },
    async (root) => (await locales(root)).map(inWords),
  );

const USES_ALL = `const t = useT('meeting'); t('a'); t('b'); t('c.d');`;

describe('locale files', () => {
  it('passes when both languages are complete and all texts are used', async () => {
    const vi = { a: 'Điểm danh', b_other: '{{count}} đồng chí', c: { d: 'Chào {{name}}' } };
    const en = { a: 'Attendance', b_one: 'one comrade', b_other: '{{count}} comrades', c: { d: 'Hello {{name}}' } };
    expect(await check(vi, en, USES_ALL)).toEqual([]);
  });

  it('finds a key without its twin, either way', async () => {
    const found = await check({ a: 'Một', c: { d: 'Hai' } }, { a: 'One', b: 'Two' }, USES_ALL);
    expect(found).toContain('src/i18n/locales/en/meeting.json c.d is missing');
    expect(found).toContain('src/i18n/locales/vi/meeting.json b is missing');
  });

  it('finds a missing plural form', async () => {
    const found = await check({ b_other: '{{count}} việc' }, { b_other: '{{count}} tasks' }, USES_ALL);
    expect(found).toContain('src/i18n/locales/en/meeting.json b has no plural form _one');
  });

  it('finds empty, untranslated, decomposed and misspelt texts', async () => {
    const decomposed = 'Điểm'.normalize('NFD');
    const found = await check({ a: '', b: 'Đảng uỷ', c: { d: decomposed } }, { a: 'x', b: 'Đảng uỷ', c: { d: ' ' } }, USES_ALL);
    expect(found).toEqual([
      'src/i18n/locales/vi/meeting.json a is empty',
      'src/i18n/locales/vi/meeting.json b writes "uỷ": here it is "ủy"',
      expect.stringContaining('c.d is not NFC'),
      'src/i18n/locales/en/meeting.json b is not translated',
      'src/i18n/locales/en/meeting.json c.d is empty',
    ]);
  });

  it('finds variables that differ', async () => {
    const found = await check({ a: 'Đồng chí {{name}}' }, { a: 'Comrade {{person}}' }, USES_ALL.replace(/t\('[bc].*/, ''));
    expect(found).toEqual(['src/i18n/locales/en/meeting.json a has the variables {person}, vi has {name}']);
  });
});

describe('uses of texts', () => {
  const vi = { a: 'Một', state: { open: 'Đang mở', closed: 'Đã đóng' } };
  const en = { a: 'One', state: { open: 'Open', closed: 'Closed' } };

  it('finds a key that has no text, in the namespace of its t', async () => {
    const code = `export function A() { const t = useT('meeting'); return t(x ? 'a' : 'state.opened') + t(\`state.\${s}\`); }
      export function B() { const t = useT('other'); return t('a') + t('meeting:a') + t(key); }`;
    expect(await check(vi, en, code)).toEqual([
      'src/features/meeting/page.tsx:1 no text for meeting:state.opened',
      'src/features/meeting/page.tsx:2 no text for other:a',
    ]);
  });

  it('finds a template that no text fits', async () => {
    const found = await check(vi, en, `const t = useT('meeting'); t('a'); t(\`state.\${s}\`); t(\`states.\${s}\`);`);
    expect(found).toEqual(['src/features/meeting/page.tsx:1 no text for meeting:states.…']);
  });

  it('finds a text used nowhere, and follows keys through data and templates', async () => {
    expect(await check(vi, en, `const key = \`state.\${s}\`;`)).toEqual(['src/i18n/locales/vi/meeting.json a is used nowhere']);
    expect(await check(vi, en, `const key = \`state.\${s}\`;`, { 'src/packs/p.json': '{"label":"meeting:a"}' })).toEqual([]);
    expect(await check(vi, en, '', { 'src/features/meeting/page.test.ts': `t('a'); t(\`state.\${s}\`)` })).toHaveLength(3);
  });
});

describe('Vietnamese outside the locale files', () => {
  const HELD = `// Điểm danh\n/* đồng chí */\nexport const a = 'Họp'; export const b = <p title="Đóng">Điểm danh {\`Chào \${a} nhé, đồng chí\`}</p>; export const c = 'plain';`;

  it('is found in strings, attributes, templates and markup, not in comments', async () => {
    const found = await inTree({ 'src/features/meeting/page.tsx': HELD }, async (root) => (await vietnamese(root)).map(({ message }) => message));
    expect(found.sort()).toEqual(
      ['"Họp"', '"Chào"', '"Đóng"', '"Điểm danh"', '"nhé, đồng chí"'].map((text) => `${text} belongs in a locale file`).sort(),
    );
  });

  it('is at home in locale files, packs, documents, the alphabet tables and the server messages', async () => {
    const text = `export const a = 'Họp';`;
    const home = ['i18n/x.ts', 'packs/p.ts', 'documents/d.ts', 'domain/text.ts', 'domain/text-marks.ts', 'server/messages.ts', 'server/demo/x.ts', 'app/x.test.ts'];
    const abroad = ['ui/x.ts', 'app/x.ts', 'sw/x.ts', 'sync/x.ts', 'storage/x.ts', 'crypto/x.ts', 'protocol/x.ts', 'domain/vote.ts', 'server/http/x.ts'];
    const files = Object.fromEntries([...home, ...abroad].map((file) => [`src/${file}`, text]));
    const found = await inTree(files, async (root) => (await vietnamese(root)).map(({ file }) => file.slice(4)));
    expect(found.sort()).toEqual(abroad.sort());
  });
});
