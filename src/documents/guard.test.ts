import { describe, expect, it } from 'vitest';
import { allWords, hasSecretMarking, mayLeave, touchesPerson, type Leaving } from './guard';
import { DOCUMENT_KINDS, type DocumentKind } from './kinds';
import { EXCEL_KINDS } from './share';

const NAMES = ['Trần Thị Bình', 'Lê Văn An'];
const document = (kind: DocumentKind, closed = true, text = 'Thông báo'): Leaving => ({ what: 'document', kind, closed, text });
const invitation = (text: string): Leaving => ({ what: 'invitation', text, names: NAMES });

describe('what may leave', () => {
  it('[SHARE-1] what is made to be handed round leaves without a question', () => {
    const free = DOCUMENT_KINDS.filter((kind) => mayLeave(document(kind, false)).may === 'allowed');
    expect(free).toEqual(['notice', 'invitation', 'programme', 'thematicPlan', 'thematicOutline', 'ballot']);
    for (const leaving of [{ what: 'calendar' }, { what: 'yearPlan' }, invitation('Kính mời các đồng chí dự họp.')] as const) expect(mayLeave(leaving)).toEqual({ may: 'allowed' });
  });

  it('[SHARE-2] what names members, stays in the cell or may still change is asked about, and why', () => {
    expect(Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, mayLeave(document(kind, false))] as const).filter(([, { may }]) => may !== 'allowed'))).toEqual({
      attendance: { may: 'ask', reasons: ['names'] },
      minutes: { may: 'ask', reasons: ['internal', 'draft'] },
      extract: { may: 'ask', reasons: ['names', 'draft'] },
      resolution: { may: 'ask', reasons: ['names', 'draft'] },
      conclusion: { may: 'ask', reasons: ['names', 'draft'] },
      scoreSheet: { may: 'ask', reasons: ['internal'] },
      counting: { may: 'ask', reasons: ['names'] },
      correction: { may: 'ask', reasons: ['internal'] },
    });
    expect(mayLeave(document('minutes'))).toEqual({ may: 'ask', reasons: ['internal'] });
    expect(EXCEL_KINDS.map((kind) => mayLeave({ what: 'excel', kind }))).toEqual(['details', 'names', 'names', 'internal'].map((reason) => ({ may: 'ask', reasons: [reason] })));
    expect(mayLeave({ what: 'attachment', name: 'Công văn 5.pdf' })).toEqual({ may: 'ask', reasons: ['internal'] });
    const posting: Leaving = { what: 'posting', text: 'Kết luận', names: NAMES };
    expect(mayLeave(posting)).toEqual({ may: 'ask', reasons: ['draft'] });
    expect(mayLeave({ ...posting, closed: true })).toEqual({ may: 'allowed' });
  });

  it('[SHARE-3] notes, reviews, restricted steps, recovery sheets and an open backup are refused', () => {
    const refused: readonly [Leaving, string][] = [
      [{ what: 'notebook' }, 'criticism'],
      [{ what: 'appraisal' }, 'criticism'],
      [{ what: 'restrictedStep' }, 'restricted'],
      [{ what: 'recoverySheet' }, 'recovery'],
      [{ what: 'backup', sealed: false }, 'unsealed'],
      [{ what: 'admission', sealed: false }, 'unsealed'],
    ];
    for (const [leaving, reason] of refused) expect(mayLeave(leaving)).toEqual({ may: 'refused', reason });
    expect(mayLeave({ what: 'backup', sealed: true })).toEqual({ may: 'allowed' });
    expect(mayLeave({ what: 'something new' } as never).may).toBe('refused');
  });

  it('[SHARE-7] [APR-1] the paper of a review is asked about, and one with a marking refused; the review as it stands in the book never leaves', () => {
    expect(mayLeave({ what: 'reviewPaper', text: 'BẢN KIỂM ĐIỂM' })).toEqual({ may: 'ask', reasons: ['review'] });
    expect(mayLeave({ what: 'reviewPaper', text: 'Văn bản MẬT' })).toEqual({ may: 'refused', reason: 'marked' });
    expect(mayLeave({ what: 'appraisal' })).toEqual({ may: 'refused', reason: 'criticism' });
  });

  it('[SHARE-4] a marking of a state secret is refused wherever it stands; words that contain it are not', () => {
    for (const text of ['MẬT', 'Công văn số 5 (TUYỆT MẬT)', 'dòng\nTỐI MẬT', 'Độ mật: MẬT', 'MẬT'.normalize('NFD'), 'MẬT\nBÁO CÁO quý III', 'Kính gửi\nMẬT\nKẾ HOẠCH']) expect(hasSecretMarking(text), text).toBe(true);
    for (const text of ['Bảo vệ bí mật nhà nước', 'BẢO VỆ BÍ MẬT NHÀ NƯỚC', 'BẢO MẬT', 'MẬT KHẨU', 'BẢO VỆ BÍ\nMẬT', 'mật khẩu', 'MẬTX', '']) expect(hasSecretMarking(text), text).toBe(false);
    expect(mayLeave({ what: 'attachment', name: 'toi-mat.pdf' })).toEqual({ may: 'refused', reason: 'marked' });
    expect(mayLeave(invitation('Phổ biến công văn TỐI MẬT'))).toEqual({ may: 'refused', reason: 'marked' });
    expect(mayLeave(document('notice', true, allWords({ blocks: [{ text: 'Nội dung' }, { text: 'MẬT' }] })))).toEqual({ may: 'refused', reason: 'marked' });
  });

  it('[SHARE-4] the names of the cell, its places and its members are no marking, whole and in capitals; a marking beside them is', () => {
    const own = {
      cell: { name: 'Chi bộ phố Ngọc Mật', superior: 'Đảng ủy phường Mật Thượng', placeName: 'Mật', meetingPlace: 'Nhà văn hóa Mật Hạ' },
      roster: [{ name: 'Nguyễn Văn Mật' }, { name: 'Tối Mật' }],
    };
    const sons = { ...own, cell: { ...own.cell, name: 'Chi bộ phố Mật Sơn' } };
    for (const text of ['ĐẢNG BỘ PHƯỜNG MẬT THƯỢNG\nCHI BỘ PHỐ NGỌC MẬT', 'BÍ THƯ\nNGUYỄN VĂN MẬT'.normalize('NFD'), 'Phố NGỌC\nMẬT', 'Tại NHÀ VĂN HÓA MẬT HẠ']) expect(hasSecretMarking(text, own), text).toBe(false);
    for (const text of ['CHI BỘ PHỐ NGỌC MẬT\nMẬT', 'CHI BỘ PHỐ NGỌC\nTỐI MẬT', 'VĂN MẬT', 'MẬT\nCHI BỘ PHỐ NGỌC MẬT', 'TỐI MẬT']) expect(hasSecretMarking(text, own), text).toBe(true);
    expect(hasSecretMarking('CHI BỘ PHỐ NGỌC MẬT')).toBe(true);
    expect(hasSecretMarking('CHI BỘ PHỐ MẬT SƠN', sons)).toBe(false);
    expect(hasSecretMarking('MẬT\nCHI BỘ PHỐ MẬT SƠN', sons)).toBe(true);
    const text = 'CHI BỘ PHỐ NGỌC MẬT';
    const leaving: readonly Leaving[] = [{ what: 'document', kind: 'notice', closed: true, text, own }, { what: 'invitation', text, names: NAMES, own }, { what: 'report', text, names: NAMES, closed: true, own }, { what: 'reviewPaper', text, own }];
    for (const one of leaving) expect(mayLeave(one).may, one.what).not.toBe('refused');
  });

  it('[SHARE-2] [SHARE-5] a report is asked about, as a draft while it is one, and for what it says of somebody', () => {
    const report = (text: string, closed: boolean): Leaving => ({ what: 'report', text, names: NAMES, closed });
    expect(mayLeave(report('Kết quả thực hiện', true))).toEqual({ may: 'ask', reasons: ['internal'] });
    expect(mayLeave(report('Kết quả thực hiện', false))).toEqual({ may: 'ask', reasons: ['internal', 'draft'] });
    expect(mayLeave(report('Xét kỷ luật đồng chí Lê Văn An', true))).toEqual({ may: 'ask', reasons: ['internal', 'matter'] });
    expect(mayLeave(report('Tài liệu TỐI MẬT', false))).toEqual({ may: 'refused', reason: 'marked' });
  });

  it('[SHARE-5] a line about the discipline of somebody is asked about; the usual programme is not', () => {
    for (const text of ['Xét kỷ luật đồng chí Lê Văn An', '1. Kiểm điểm đc TRẦN THỊ BÌNH'.normalize('NFD'), 'Đề nghị khai trừ một đảng viên', 'Giải quyết đơn thư']) expect(touchesPerson(text, NAMES), text).toBe(true);
    for (const text of ['Tự phê bình và phê bình; biểu dương, nhắc nhở', 'Kiểm tra, giám sát\nĐồng chí Lê Văn An trình bày', 'Báo cáo đồng chí Lê Văn An', '']) expect(touchesPerson(text, NAMES), text).toBe(false);
    expect(touchesPerson('Kiểm tra an ninh', ['An', ''])).toBe(false);
    expect(mayLeave(invitation('Xét kỷ luật đồng chí Lê Văn An'))).toEqual({ may: 'ask', reasons: ['matter'] });
  });
});
