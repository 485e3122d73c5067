/** A made-up cell: as many members as asked for, the first three of them its committee. */
import type { Json } from '@/domain';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Minh', 'Thu'];
const GIVEN = ['Anh', 'Bình', 'Cường', 'Dung', 'Đạt', 'Giang', 'Hà', 'Hùng', 'Khánh', 'Lan', 'Mai', 'Nga', 'Oanh', 'Phú', 'Quỳnh', 'Sơn', 'Tâm', 'Uyên', 'Vinh', 'Yến'];
const POSITIONS = ['secretary', 'deputy', 'committeeMember'];

const two = (n: number): string => String(n).padStart(2, '0');

/** The fields of the member at a place in the list. */
export function memberFields(index: number): Record<string, Json> {
  const year = 1965 + ((index * 7) % 32);
  return {
    name: `${FAMILIES[index % 10]} ${MIDDLES[(index * 5) % 6]} ${GIVEN[(index * 3) % 20]}`,
    sex: index % 2 === 0 ? 'male' : 'female',
    birthDate: `${year}-${two(1 + (index % 12))}-${two(1 + ((index * 11) % 28))}`,
    joinedOn: `${year + 26}-05-19`,
    officialOn: `${year + 27}-05-19`,
    cardNumber: `00.${100_000 + index * 41}`,
    position: POSITIONS[index] ?? 'none',
    job: index < 3 ? 'Trưởng phòng' : 'Chuyên viên',
    phone: `09${String(10_000_000 + index * 137_911).slice(0, 8)}`,
  };
}
