import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markingInName, markingInText, mayKeep, type Marking } from './text-markings';
import { foldText } from './text';

const name = (marking: Marking | null, ...names: string[]) => names.map((one) => [one, marking] as const);

const NAMES = [
  ...name('topSecret', 'TUYỆT MẬT.pdf', 'Tuyệt mật - chỉ thị.pdf', 'TUYET MAT.pdf', 'cong-van-tuyet-mat.pdf', 'tuyetmat.jpg', 'TuyetMat_2026.pdf', 'CV_05(TUYET.MAT).pdf', 'tuyệt-mật.pdf'.normalize('NFD')),
  ...name('highlySecret', 'TỐI MẬT.jpg', 'toi-mat.pdf', 'TOI_MAT 05.pdf', 'Báo cáo (Tối mật).pdf', '12 tối  mật 2026.PDF', 'toimat.pdf'),
  ...name('secret', 'MẬT.pdf', 'mật.pdf', 'CV 12 MẬT.pdf', 'CÔNG VĂN MẬT 12.pdf', 'Kế hoạch [Mật].pdf', 'KH (MAT).pdf', 'MAT.pdf', 'Độ mật MẬT.pdf', 'MẬT_05-CV.pdf', 'Công văn 5-MẬT.jpg', 'CÔNG VĂN MẬT SƠN LA.pdf'),
  ...name(
    null,
    'bí mật.pdf', 'BÍ MẬT.pdf', 'Luật bảo vệ bí mật nhà nước 2025.pdf', 'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf', 'QUY CHẾ BẢO MẬT.pdf', 'bảo-mật.pdf', 'mật khẩu.pdf', 'MẬT KHẨU WIFI.jpg', 'MẬT-KHẨU.jpg', 'Mật độ dân cư.pdf', 'MẬT ĐỘ XÂY DỰNG.pdf',
    'Mật danh.pdf', 'MẬT DANH.pdf', 'mật ong.jpg', 'HOA MẬT.jpg', 'THÂN MẬT.jpg', 'CƠ MẬT VIỆN.pdf', 'BIÊN BẢN CHI BỘ PHỐ MẬT SƠN.pdf', 'GIẢI MẬT.pdf', 'Giải tối mật.pdf', 'KHÔNG MẬT.pdf', 'MAT TRAN TO QUOC.pdf', 'BC-MAT-TRAN.pdf', 'mat-cat-ngang.pdf', 'gap-mat-20-11.jpg', 'Gặp mặt.jpg',
    'có mặt.jpg', 'tôi mất thẻ.jpg', 'Mất.jpg', 'toi mai.pdf', 'buổi tối.jpg', 'tuyệt vời.jpg', 'tuyệt mĩ.jpg', 'MẬTX.pdf', 'IMG_20261124_190500.jpg', '.pdf', '', '…',
  ),
];

const TEXTS: readonly (readonly [string, Marking | null])[] = [
  ['MẬT\nĐẢNG BỘ XÃ A', 'secret'],
  ['ĐẢNG BỘ XÃ A\n  TỐI MẬT  \nSố 05-CV/ĐU', 'highlySecret'],
  ['ĐẢNG CỘNG SẢN VIỆT NAM\tTUYỆT MẬT', 'topSecret'],
  ['CHI BỘ 1    MẬT    Hà Nội, ngày 5 tháng 2', 'secret'],
  ['[ TUYỆT MẬT ]', 'topSecret'],
  ['— MẬT —', 'secret'],
  ['T Ố I   M Ậ T', 'highlySecret'],
  ['M Ậ T', 'secret'],
  ['Độ mật: Tối mật', 'highlySecret'],
  ['ĐỘ MẬT: MẬT', 'secret'],
  ['TUYET MAT', 'topSecret'],
  ['mËt\n§¶ng uû', 'secret'],
  ['tuyÖt mËt', 'topSecret'],
  ['TOÁI MAÄT', 'highlySecret'],
  ['MẬT\nTUYỆT MẬT', 'topSecret'],
  ['TUYỆT MẬT'.normalize('NFD'), 'topSecret'],
  ['Bảo vệ bí mật nhà nước', null],
  ['LUẬT\nBẢO VỆ BÍ MẬT NHÀ NƯỚC', null],
  ['BẢO VỆ BÍ\nMẬT NHÀ NƯỚC', null],
  ['QUY CHẾ BẢO VỆ BÍ\nMẬT', null],
  ['TUYÊN TRUYỀN BẢO\r\nMẬT', null],
  ['CHI BỘ\nMẬT', 'secret'],
  ['Tài liệu TỐI MẬT do cấp tỉnh xác định.', null],
  ['Mật khẩu', null],
  ['Mật', null],
  ['mật', null],
  ['bí mật', null],
  ['BÍ MẬT', null],
  ['MAT', null],
  ['Độ mật:', null],
  ['Độ mật: Không', null],
  ['CÓ MẶT', null],
  ['', null],
];

describe('markings of state secrets', () => {
  it.each(TEXTS)('[FILE-1] on a page: %j', (text, marking) => expect(markingInText(text)).toBe(marking));
  it.each(NAMES)('[FILE-2] in a name: %s', (text, marking) => expect(markingInName(text)).toBe(marking));

  const word = fc.constantFrom('Công văn', 'Báo cáo', 'Kế hoạch', 'Nghị quyết', 'Chi bộ 1', '05-CV', 'ĐẢNG ỦY', 'mặt trận', 'MẶT BẰNG', 'tối', 'mất', 'bí mật', 'BẢO MẬT', 'mật khẩu', '2026');
  const between = fc.constantFrom(' ', '-', '_', '.', ' - ', ' (');
  it('[FILE-2] whatever stands around it, with any sign and in any writing, the marking is found', () => {
    const stamp = fc.constantFrom<[string, Marking]>(['TỐI MẬT', 'highlySecret'], ['TUYỆT MẬT', 'topSecret']);
    const writing = fc.constantFrom<(text: string) => string>((text) => text, (text) => text.toLowerCase(), foldText, (text) => foldText(text).toUpperCase(), (text) => text.normalize('NFD'), (text) => text.replace(' ', '_'), (text) => text.replace(' ', '-'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), between, stamp, writing, between, fc.array(word, { maxLength: 3 }), (before, a, [text, marking], write, b, after) => {
        expect(markingInName(`${before.join(' ')}${a}${write(text)}${b}${after.join(' ')}.pdf`)).toBe(marking);
      }),
    );
  });

  it('[FILE-2] [FILE-1] without the syllable there is no marking, whatever a file is called and says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/mat|mËt|MAÄT/i.test(foldText(text)) && !/m\s*a\s*[tä]/i.test(foldText(text)) && !/m\s*Ë\s*t/i.test(text)), (text) => {
        expect([markingInName(text), markingInText(text)]).toEqual([null, null]);
      }),
    );
  });

  it('[FILE-3] the name, the page and the answer each refuse; without an answer nothing comes in', () => {
    const looked = { name: 'Công văn 5.pdf', text: '', marked: false };
    expect(mayKeep(looked)).toBe('keep');
    expect(mayKeep({ ...looked, marked: null })).toBe('ask');
    expect(mayKeep({ ...looked, marked: true })).toEqual({ why: 'answer' });
    expect(mayKeep({ ...looked, name: 'TỐI MẬT.pdf' })).toEqual({ why: 'name', marking: 'highlySecret' });
    expect(mayKeep({ ...looked, text: 'TUYỆT MẬT\nĐẢNG BỘ' })).toEqual({ why: 'text', marking: 'topSecret' });
  });
});
