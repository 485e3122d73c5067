import { describe, expect, it } from 'vitest';
import { readName, readPosition, readSex, readState } from './words';

describe('words of a register', () => {
  it.each([
    ['NGUYỄN THỊ ÁNH', 'Nguyễn Thị Ánh'],
    ['nguyễn  văn đức', 'Nguyễn Văn Đức'],
    ['Nguye\u0302\u0303n\u00a0Va\u0306n\u00a0An', 'Nguyễn Văn An'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['Y-BIH ALEO', 'Y-Bih Aleo'],
    ['Nguyễn văn An', 'Nguyễn văn An'],
    ['Đ/c Nguyễn Văn An', 'Nguyễn Văn An'],
    ['12. Nguyễn Văn An,', 'Nguyễn Văn An'],
    ['Ông Văn Tùng', 'Ông Văn Tùng'],
  ])('[IMP-11] %s becomes %s', (from, to) => {
    expect(readName(from)).toBe(to);
  });

  it('reads posts in the cell, and not those elsewhere', () => {
    expect(['Bí thư', 'Bí thư chi bộ', 'Phó Bí thư', 'P. Bí thư', 'Chi uỷ viên', 'Chi ủy viên, Giám đốc', 'UV', 'Đảng viên'].map(readPosition)).toEqual([
      'secretary',
      'secretary',
      'deputy',
      'deputy',
      'committeeMember',
      'committeeMember',
      'committeeMember',
      'none',
    ]);
    for (const text of ['Bí thư Đoàn thanh niên', 'Phó Bí thư Đảng ủy', 'Đảng ủy viên', 'Giám đốc', '']) expect([text, readPosition(text)]).toEqual([text, null]);
  });

  it('[IMP-19] reads how a member stands and takes part', () => {
    expect(readState('Dự bị')).toEqual({ standing: 'probationary' });
    expect(readState('ĐV chính thức')).toEqual({ standing: 'official' });
    expect(readState('Miễn công tác và sinh hoạt Đảng')).toEqual({ status: 'exempt' });
    expect(readState('Chính thức, miễn sinh hoạt')).toEqual({ standing: 'official', status: 'exempt' });
    expect(readState('Sinh hoạt tạm thời')).toEqual({ status: 'temporaryIn' });
    expect(readState('Tạm thời đi nơi khác')).toEqual({ status: 'temporaryOut' });
    expect(readState('Đình chỉ sinh hoạt')).toEqual({ status: 'suspended' });
    expect(readState('Đã chuyển đi')).toEqual({ status: 'left' });
    expect(readState('Chính thức: 20, dự bị: 2')).toBeNull();
    expect(readState('không miễn')).toBeNull();
    expect(readState('gì đó')).toBeNull();
  });

  it('reads nam and nữ, and nothing else', () => {
    expect(['Nam', 'NỮ', 'nu', 'Năm', 'x', ''].map(readSex)).toEqual(['male', 'female', 'female', 'male', null, null]);
  });
});
