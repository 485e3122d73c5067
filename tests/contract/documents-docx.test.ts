import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMeeting, type Json } from '@/domain';
import { assembleMinutes, finalMinutes, loadDocx, mergeMinutes } from '@/documents';
import { fields, members, november, SECRETS } from '../fixtures/november-meeting';

const docx = await loadDocx();
const minutes = finalMinutes(mergeMinutes(assembleMinutes(november), november.meeting.minutes));
const make = (changed: Record<string, Json> = {}, layout = docx.LAYOUT_2026): Promise<Uint8Array> =>
  docx.minutesDocx({ minutes, cell: november.cell, meeting: readMeeting('november', { ...fields, ...changed }), layout });

/** The files of a zip, by name: read from its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const files = new Map<string, string>();
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** What is wrong with a text as XML: a tag left open, a bare "<" or "&", a character that XML refuses; empty when nothing is. */
function xmlFault(xml: string): string {
  const open: string[] = [];
  const rest = xml.replace(/^\ufeff?<\?xml[^>]*\?>/, '');
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(rest)) return 'a character that XML refuses';
  for (const [, tag = '', text = ''] of rest.matchAll(/(<[^>]*>)|([^<]+|<)/g)) {
    if (tag === '') {
      if (text === '<' || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return `bare text: ${text.slice(0, 60)}`;
      if (open.length === 0 && text.trim() !== '') return `text outside: ${text.slice(0, 60)}`;
      continue;
    }
    const match = /^<(\/?)([\w.:-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>$/.exec(tag);
    if (!match) return `not a tag: ${tag.slice(0, 80)}`;
    if (match[1] === '/' && open.pop() !== match[2]) return `closed too early: ${tag}`;
    if (match[1] === '' && match[4] === '') open.push(match[2] ?? '');
    const names = [...(match[3] ?? '').matchAll(/([\w.:-]+)=/g)].map((m) => m[1]);
    if (new Set(names).size !== names.length) return `an attribute twice: ${tag.slice(0, 80)}`;
  }
  return open.join(' ');
}

const unescape = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
/** The paragraphs of a part, as plain text. */
const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([p]) => unescape([...p.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map((t) => t[1]).join('')));

describe('the Word file of the minutes', () => {
  let files: Map<string, string>;
  let main = '';
  beforeAll(async () => {
    files = unzip(await make());
    main = files.get('word/document.xml') ?? '';
  });

  it('[DOCX-1] is a zip of well-formed XML', () => {
    expect(files.size).toBeGreaterThan(8);
    for (const [name, xml] of files) expect(`${name}: ${xmlFault(xml)}`).toBe(`${name}: `);
    expect(xmlFault('<a><b></a>')).not.toBe('');
    expect(xmlFault('<a>R&D</a>')).not.toBe('');
  });

  it('[DOCX-2] holds every line of the minutes, in NFC, in order', () => {
    const text = paragraphs(main);
    expect(text.join('\n')).toContain(['BIÊN BẢN', 'sinh hoạt chi bộ thường kỳ tháng 11 năm 2026', '-----', 'MỞ ĐẦU', 'Thời gian, địa điểm'].join('\n'));
    for (const section of minutes.sections) expect(text.join('\n')).toContain(`${section.heading}\n${section.text}`);
    expect(main).toBe(main.normalize('NFC'));
  });

  it('[DOCX-3] keeps the form: paper, margins, font, language, exact lines, numbered headings, renamed styles', () => {
    expect(main).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(main).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"/);
    const styles = files.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:lang w:val="vi-VN"');
    for (const name of ['Thân văn bản', 'Mục I-', 'Mục 1.', 'Tên loại văn bản', 'Trích yếu']) expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(styles.match(/w:styleId="Heading1"/g)).toHaveLength(1);
    expect(/w:styleId="ThanVanBan">.*?<\/w:style>/s.exec(styles)?.[0]).toMatch(/w:line="360"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="360"/);
    const numbering = files.get('word/numbering.xml') ?? '';
    expect(numbering).toContain('<w:lvlText w:val="%1-"/>');
    expect(numbering).toContain('<w:lvlText w:val="%2."/>');
  });

  it('[DOCX-4] numbers the pages from the second on', () => {
    expect(main).toContain('<w:titlePg');
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(headers).toHaveLength(2);
    expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(1);
  });

  it('[DOCX-5] names nobody in its properties, and holds no secret', () => {
    const properties = [...files].filter(([name]) => name.startsWith('docProps/')).map(([, xml]) => xml).join('');
    expect(properties).toContain('Sổ Chi bộ');
    for (const member of members) expect(properties).not.toContain(member.name);
    for (const xml of files.values()) for (const secret of SECRETS) expect(xml).not.toContain(secret);
  });

  it('[DOCX-6] draws a signature made on the screen, and leaves room for one made on paper', async () => {
    expect(main.match(/<a:custGeom>/g)).toHaveLength(1);
    expect(paragraphs(main).filter((line) => line !== '').slice(-5)).toEqual(['THƯ KÝ', '(NGƯỜI GHI BIÊN BẢN)', 'Lưu Thị Quỳnh', 'CHỦ TRÌ', 'Trịnh Xuân Hòa']);
    for (const path of ['', 'xin chào', 'L 1 2', 'M 1', 'M 1 2 A 3 4', 'M 1 2 L 3 1e999']) {
      const again = unzip(await make({ 'sign/chair': { memberId: 'm12', at: '', how: 'screen', path } })).get('word/document.xml') ?? '';
      expect(again).not.toContain('custGeom');
      expect(paragraphs(again)).toContain('Trịnh Xuân Hòa');
    }
  });

  it('[DOCX-6] understands every command of a path, relative ones too', async () => {
    const path = 'M10,20l10-5h5v5q1 1 2 2t3 3c1 1 2 2 3 3s1 1 2 2zM50 50 60 60';
    const xml = unzip(await make({ 'sign/chair': { memberId: 'm12', at: '', how: 'screen', path } })).get('word/document.xml') ?? '';
    const drawn = /<a:path [^>]*>(.*?)<\/a:path>/s.exec(xml)?.[1] ?? '';
    expect([...drawn.matchAll(/<a:(\w+)[>/]/g)].map((m) => m[1]).filter((name) => name !== 'pt')).toEqual(
      ['moveTo', 'lnTo', 'lnTo', 'lnTo', 'quadBezTo', 'quadBezTo', 'cubicBezTo', 'cubicBezTo', 'close', 'moveTo', 'lnTo'],
    );
    expect(drawn).toContain('<a:moveTo><a:pt x="100" y="200"/></a:moveTo><a:lnTo><a:pt x="200" y="150"/></a:lnTo><a:lnTo><a:pt x="250" y="150"/></a:lnTo>');
    expect(drawn).toContain('<a:quadBezTo><a:pt x="280" y="230"/><a:pt x="300" y="250"/></a:quadBezTo>');
  });

  it('[DOCX-7] spells the header by the rule of its layout', async () => {
    const header = async (layout = docx.LAYOUT_2026): Promise<string | undefined> => {
      const bytes = await docx.minutesDocx({ minutes, cell: { name: 'Văn phòng', superior: 'Đảng uỷ Khối, quỷ' }, meeting: november.meeting, layout });
      return paragraphs(unzip(bytes).get('word/document.xml') ?? '')[0];
    };
    expect(await header()).toBe('ĐẢNG ỦY KHỐI, QUỶ');
    expect(await header(docx.LAYOUT_2018)).toBe('ĐẢNG UỶ KHỐI, QUỶ');
  });

  it('[DOCX-8] stays a sound file when little is known, or the text is hostile', async () => {
    const bare = await docx.minutesDocx({ minutes: { title: '', subject: '', sections: [] }, cell: { name: '', superior: '' }, meeting: readMeeting('x', {}) });
    const hostile = await docx.minutesDocx({
      minutes: { title: 'A & <B>', subject: '\u0000\ud800]]>', sections: [{ id: 'a', part: 'content', heading: '"&amp;"', text: 'R&D <w:p/>\u000b\n- ok' }] },
      cell: { name: '<x>', superior: '&' },
      meeting: readMeeting('x', { roster: [{ id: 'm', name: '<&">' }], chairId: 'm', 'sign/chair': { memberId: 'm', at: '', how: 'screen', path: 'M0 0L9 9' } }),
    });
    for (const bytes of [bare, hostile]) for (const [name, xml] of unzip(bytes)) expect(`${name}: ${xmlFault(xml)}`).toBe(`${name}: `);
    expect(paragraphs(unzip(hostile).get('word/document.xml') ?? '')).toContain('R&D <w:p/>');
  });
});

it('[DOCX-9] the makers of files, and what composes documents, are not loaded with the minutes', () => {
  const root = fileURLToPath(new URL('../../src/documents/index.ts', import.meta.url));
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, kind, from = ''] of source.matchAll(/^(import|export)\s(?!type\b)[^;]*?\sfrom '([^']+)'/gm)) {
      expect(`${kind} ${from}`).not.toMatch(/docx|pdf|kinds/);
      if (from.startsWith('.')) visit([`${resolve(dirname(file), from)}.ts`, join(resolve(dirname(file), from), 'index.ts')].find(existsSync)!);
    }
  };
  visit(root);
  expect(seen.size).toBeGreaterThan(6);
});

/** Where a program is on this machine, or null. */
const program = (name: string): string | null => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find(existsSync) ?? null;
const tools = { soffice: program('soffice'), pdftotext: program('pdftotext') };
const missing = Object.entries(tools).filter(([, path]) => path === null).map(([name]) => name);
if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`${missing.join(', ')} missing; in CI the documents must be opened`);
const why = missing.length === 0 ? '' : `: skipped, ${missing.join(' and ')} not installed (Debian: apt-get install libreoffice-writer poppler-utils)`;

describe.skipIf(missing.length > 0)(`the Word file in LibreOffice${why}`, () => {
  let dir = '';
  let pages: string[] = [];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'docx-'));
    writeFileSync(join(dir, 'minutes.docx'), await make());
    // A profile of its own: a LibreOffice that is open already would take the work and never answer.
    const profile = pathToFileURL(join(dir, 'profile')).href;
    execFileSync(tools.soffice!, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', dir, join(dir, 'minutes.docx')], { stdio: 'ignore', timeout: 120_000 });
    pages = execFileSync(tools.pdftotext!, ['-layout', join(dir, 'minutes.pdf'), '-'], { encoding: 'utf8' }).split('\f').filter((page) => page.trim() !== '');
  }, 150_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('[DOCX-2] opens whole: every line is on paper, with its tone marks', () => {
    // Page numbers stand between lines that a page parts.
    const all = flat(pages.map((page, index) => (index === 0 ? page : page.replace(/^\s*\d+\s*\n/, ''))).join('\n'));
    for (const section of minutes.sections) for (const line of section.text.split('\n')) expect(all).toContain(flat(line));
  });

  it('[DOCX-3] has the header at the top and the signatures at the end', () => {
    const [first = ''] = pages;
    expect(first.trimStart().split('\n')[0]).toMatch(/^ĐẢNG ỦY SỞ XÂY DỰNG\s{3,}ĐẢNG CỘNG SẢN VIỆT NAM$/);
    expect(flat(first)).toMatch(/^ĐẢNG ỦY SỞ XÂY DỰNG .*CHI BỘ TRUNG TÂM KIỂM ĐỊNH XÂY DỰNG \* BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 ----- I- MỞ ĐẦU 1\. Thời gian, địa điểm /);
    expect(flat(pages.at(-1) ?? '')).toMatch(/THƯ KÝ CHỦ TRÌ \(NGƯỜI GHI BIÊN BẢN\) Lưu Thị Quỳnh Trịnh Xuân Hòa DỰ THẢO, chưa đóng$/);
    expect(flat(pages.join(' '))).toMatch(/II- NỘI DUNG 1\. .* III- KẾT THÚC 1\. /);
  });

  it('[DOCX-4] has no number on the first page, and 2, 3… on the next', () => {
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]?.trim()).not.toMatch(/^\d/);
    pages.slice(1).forEach((page, index) => expect(page.trim().split('\n')[0]?.trim()).toBe(String(index + 2)));
  });
});
