import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKind, fileProblem, freeName, isHeif, keptName, MAX_FILE_NAME, MAX_PDF, MAX_PHOTO, photoSize } from './file-kind';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what can be attached', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'photo'], ['\x89PNG\r\n\x1a\n', 'photo'], ['RIFF\0\0\0\0WEBPVP8 ', 'photo'], ['GIF89a', 'photo'], ['BM\x36', 'photo'], ['\0\0\0\x18ftypheic', 'photo'], ['\0\0\0\x18ftypmif1', 'photo'],
    ['%PDF-1.7', 'pdf'], ['\n\n%PDF-1.4', 'pdf'], [`${'x'.repeat(1019)}%PDF-`, 'pdf'],
    [`${'x'.repeat(1020)}%PDF-`, null], ['\0\0\0\x18ftypisom', null], ['PK\x03\x04', null], ['<svg xmlns="http://www.w3.org/2000/svg">', null], ['<html>', null], ['RIFF\0\0\0\0WAVE', null], ['MZ', null], ['%PDF', null], ['', null],
  ] as const)('[FILE-4] by its first bytes: %j', (head, kind) => expect(fileKind(bytes(head))).toBe(kind));

  it('[FILE-4] knows the pictures of iPhones, which may not open here', () => {
    expect(['\0\0\0\x18ftypheic', '\0\0\0\x18ftypisom', '\xff\xd8\xff'].map((head) => isHeif(bytes(head)))).toEqual([true, false, false]);
  });

  it('[FILE-6] a name that is there already gets a number', () => {
    expect([freeName('a.jpg', []), freeName('a.jpg', ['a.jpg', 'a (2).jpg']), freeName('a', ['a'])]).toEqual(['a.jpg', 'a (3).jpg', 'a (2)']);
  });

  it('[FILE-5] nothing, what is no photo and no PDF, and what is too large is refused by its name', () => {
    expect([fileProblem('pdf', 0), fileProblem(null, 5), fileProblem('pdf', MAX_PDF), fileProblem('pdf', MAX_PDF + 1), fileProblem('photo', MAX_PHOTO), fileProblem('photo', MAX_PHOTO + 1)]).toEqual(['empty', 'type', null, 'tooLarge', null, 'photoTooLarge']);
  });

  it.each([
    ['Công văn số 5.pdf', 'pdf', 'Công văn số 5.pdf'],
    ['Công văn'.normalize('NFD'), 'pdf', 'Công văn.pdf'],
    ['IMG_0001.HEIC', 'photo', 'IMG_0001.jpg'],
    ['C:\\fakepath\\ảnh.png', 'photo', 'ảnh.jpg'],
    ['../../etc/passwd', 'photo', 'passwd.jpg'],
    ['a\u202egpj.exe', 'photo', 'agpj.exe.jpg'],
    ['a\0b\n"c"?.pdf', 'pdf', 'ab c.pdf'],
    ['...', 'pdf', 'Tài liệu.pdf'],
    ['.pdf', 'pdf', 'Tài liệu.pdf'],
    ['', 'photo', 'Tài liệu.jpg'],
  ] as const)('[FILE-6] %j is kept under a plain name', (name, kind, kept) => expect(keptName(name, kind, 'Tài liệu')).toBe(kept));

  it('[FILE-6] a kept name is never too long, never a path, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('photo', 'pdf'), (name, kind) => {
        const kept = keptName(name, kind, 'Tài liệu');
        expect([...kept].length).toBeLessThanOrEqual(MAX_FILE_NAME);
        expect(kept).toMatch(/^[^/\\<>:"|?*\p{Cc}]+\.(jpg|pdf)$/u);
        expect(keptName(kept, kind, 'Tài liệu')).toBe(kept);
      }),
    );
  });

  it('[FILE-7] a photo is at most 2,000 points long, in its own shape, and never blown up', () => {
    expect([photoSize(4000, 3000), photoSize(3000, 6000), photoSize(640, 480), photoSize(100_000, 3)]).toEqual([{ width: 2000, height: 1500 }, { width: 1000, height: 2000 }, { width: 640, height: 480 }, { width: 2000, height: 1 }]);
  });
});
