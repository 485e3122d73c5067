import { addDays, dateInVietnam, dayInMonth, addMonths, monthOf, type Change, type Json, type RecordKey } from '@/domain';
import { loadPacks, procedureFor } from '@/packs';
import { newId, type Book } from '@/storage';

/** Made-up people of the try-out cell. Any likeness of names is chance: the words are common ones, drawn together by hand. */
const PEOPLE = [
  'Nguyễn Thử An|secretary|1971-04-12|male', 'Trần Thị Mẫu Bình|deputy|1975-09-03|female', 'Lê Giả Cường|committeeMember|1980-01-22|male',
  'Phạm Thị Ví Dung|none|1984-06-30|female', 'Hoàng Thử Đức|none|1969-11-08|male', 'Vũ Thị Mẫu Giang|none|1990-02-14|female',
  'Đặng Giả Hải|none|1982-07-19|male', 'Bùi Thị Thử Hạnh|none|1986-12-01|female', 'Đỗ Mẫu Hùng|none|1978-03-27|male',
  'Ngô Thị Ví Hương|none|1992-08-15|female', 'Dương Thử Khánh|none|1988-05-05|male', 'Lý Thị Giả Lan|none|1979-10-10|female',
  'Mai Mẫu Long|none|1973-01-31|male', 'Trịnh Thị Thử Mai|none|1995-04-04|female', 'Cao Ví Minh|none|1985-09-17|male',
  'Phan Thị Mẫu Nga|none|1981-06-21|female', 'Tạ Thử Phong|none|1991-12-25|male', 'Hà Thị Giả Quyên|none|1987-02-28|female',
  'Lương Mẫu Sơn|none|1976-07-07|male', 'Đinh Thị Ví Thảo|none|1998-03-09|female',
] as const;

/**
 * Fills the try-out book: twenty made-up members in several categories, tasks from last month, and a regular meeting planned for
 * today with half of its preparation done. The dates are reckoned from today, so that the try-out is never out of season.
 */
export async function writeTrialData(book: Book): Promise<void> {
  await loadPacks();
  const now = new Date().toISOString();
  const today = dateInVietnam(now);
  const changes: Change[] = [];
  const put = (key: RecordKey, fields: Record<string, Json>): void => {
    for (const [field, value] of Object.entries(fields)) changes.push({ key, field, value });
  };
  put('cell:cell', {
    name: 'Chi bộ Dùng thử',
    superior: 'Đảng ủy Dữ liệu mẫu',
    placeName: 'Thanh Hóa',
    meetingPlace: 'Phòng họp tầng 2',
    meetingTime: '14:00',
    meetingDay: Number(today.slice(8, 10)),
    hasCommittee: true,
    profile: 'hd05-duk-2021',
  });
  const ids = PEOPLE.map((line, index) => {
    const [name = '', position = 'none', birthDate = '', sex = 'male'] = line.split('|');
    const id = newId();
    const joined = `${Number(birthDate.slice(0, 4)) + 27}-05-19`;
    const probationary = index >= 18;
    put(`member:${id}`, {
      name,
      position,
      birthDate,
      sex,
      joinedOn: probationary ? `${addMonths(monthOf(today), -6)}-15` : joined,
      standing: probationary ? 'probationary' : 'official',
      cardNumber: `00.${String(100100 + index * 37)}`,
      job: index < 3 ? 'Trưởng phòng' : 'Chuyên viên',
      ...(probationary ? {} : { officialOn: `${Number(joined.slice(0, 4)) + 1}-05-19` }),
      ...(index === 12 ? { 'status/2025-01-01': 'exempt' } : {}),
      ...(index === 16 ? { 'status/2026-01-15': 'temporaryOut' } : {}),
    });
    return id;
  });
  const lastMonth = dayInMonth(addMonths(monthOf(today), -1), 20);
  [
    ['Hoàn thành báo cáo tự kiểm tra hồ sơ đảng viên', 3, 'done'],
    ['Chuẩn bị mẩu chuyện về học tập và làm theo Bác', 5, 'open'],
    ['Rà soát, bổ sung quy chế làm việc của chi bộ', 1, 'open'],
  ].forEach(([what, who, state]) =>
    put(`task:${newId()}`, {
      what: what as string,
      assigneeId: ids[who as number]!,
      due: today,
      createdAt: `${lastMonth}T08:00:00.000Z`,
      state: state as string,
      ...(state === 'done' ? { doneOn: addDays(today, -4), result: 'Đã nộp đủ, đúng hạn' } : {}),
    }),
  );
  const procedure = procedureFor('regular', 'hd05-duk-2021')!;
  put(`meeting:${newId()}`, {
    kind: 'regular',
    date: today,
    time: '14:00',
    place: 'Phòng họp tầng 2',
    procedure: { id: procedure.id, version: procedure.version },
    createdAt: now,
    'prep/committeeMetOn': addDays(today, -3),
    'prep/preparerId': ids[1]!,
    'prep/noticeSentOn': addDays(today, -2),
  });
  await book.write(changes);
}
