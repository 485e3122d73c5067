import { expect, it } from 'vitest';
import type { MemberId } from '@/domain';
import { invitationText, type InvitationInput } from './invitation';

const INPUT: InvitationInput = {
  meeting: { kind: 'regular', date: '2026-11-24', time: '14:00', place: 'Phòng họp tầng 2', agenda: '1. Thông qua biên bản\n- Công tác tháng 12\n', theme: { title: '', group: null, presenterId: null } },
  cell: { name: 'Chi bộ Văn phòng' },
  roster: [{ name: 'Đồng chí Trần Quốc Bình', position: 'secretary' }, { name: 'Lê An', position: 'none' }],
  nameOf: (id) => (id === 'p' ? 'Lê An' : ''),
  usualAgenda: 'Thời sự\nNhiệm vụ tháng tới',
};
const of = (meeting: Partial<InvitationInput['meeting']>, rest: Partial<InvitationInput> = {}): string => invitationText({ ...INPUT, ...rest, meeting: { ...INPUT.meeting, ...meeting } });

it('[SHARE-6] says when, where, what about, what to prepare and whom to tell when absent', () => {
  expect(invitationText(INPUT)).toBe(`Kính gửi các đồng chí đảng viên Chi bộ Văn phòng!
Trân trọng kính mời các đồng chí dự sinh hoạt thường kỳ tháng 11 năm 2026.
Thời gian: 14:00, thứ Ba, ngày 24/11/2026.
Địa điểm: Phòng họp tầng 2.
Nội dung:
1. Thông qua biên bản
2. Công tác tháng 12
Chuẩn bị: đọc tài liệu, chuẩn bị ý kiến phát biểu và kết quả thực hiện nhiệm vụ được giao.
Đồng chí nào vắng mặt, xin báo cáo trước với đồng chí Trần Quốc Bình, Bí thư, nêu rõ lý do.`);
});

it('[SHARE-6] takes the programme of the procedure where none is written, the theme with its presenter, and never why an extraordinary meeting is held', () => {
  const thematic = of({ kind: 'thematic', agenda: '', theme: { title: 'Học tập Bác', group: null, presenterId: 'p' as MemberId } });
  expect(thematic).toContain('dự sinh hoạt chuyên đề quý IV năm 2026.');
  expect(thematic).toContain('Chuyên đề: Học tập Bác, đồng chí Lê An trình bày.\nNội dung:\n1. Thời sự\n2. Nhiệm vụ tháng tới\n');
  const sudden = of({ kind: 'extraordinary', ...({ reason: 'Xét kỷ luật', steps: { x: { note: 'riêng' } } } as object) });
  expect(sudden).not.toMatch(/Xét kỷ luật|riêng/);
});

it('[SHARE-6] leaves out what is not known', () => {
  const bare = of({ kind: 'cellCommittee', date: '', time: '', place: ' ', agenda: '' }, { usualAgenda: '', roster: [], cell: { name: '' } });
  expect(bare.split('\n')).toEqual([
    'Kính gửi các đồng chí chi ủy viên!',
    'Trân trọng kính mời các đồng chí dự họp chi ủy.',
    'Chuẩn bị: đọc tài liệu, chuẩn bị ý kiến phát biểu.',
    'Đồng chí nào vắng mặt, xin báo cáo trước với đồng chí Bí thư, nêu rõ lý do.',
  ]);
});
