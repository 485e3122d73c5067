// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { MemberId } from '@/domain';
import { startI18n } from '@/i18n';
import { PersonField, type Person } from './person-picker';

const people: readonly Person[] = [
  { id: 'a' as MemberId, name: 'Trần Quốc Bình', position: 'secretary' },
  { id: 'b' as MemberId, name: 'Đỗ Thùy Dương', position: 'none' },
  { id: 'c' as MemberId, name: 'Lê Thị Đạt', position: 'none' },
];

describe('person picker', () => {
  beforeAll(() => startI18n('vi', ['common', 'meeting']));

  it('takes a suggested person with one tap', () => {
    const onPick = vi.fn<(id: MemberId | null) => void>();
    render(<PersonField label="Thư ký" people={people} value={null} onPick={onPick} suggestions={['a' as MemberId, null]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Trần Quốc Bình' }));
    expect(onPick).toHaveBeenCalledWith('a');
  });

  it('finds a name without tone marks, đ as d, and takes it with one tap', () => {
    const onPick = vi.fn<(id: MemberId | null) => void>();
    render(<PersonField label="Thư ký" people={people} value={null} onPick={onPick} />);
    fireEvent.click(screen.getByRole('button', { name: 'Chọn đồng chí' }));
    const sheet = within(screen.getByRole('dialog', { name: 'Thư ký' }));
    expect(sheet.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['Trần Quốc BìnhBí thư', 'Đỗ Thùy Dương', 'Lê Thị Đạt']);
    fireEvent.change(sheet.getByRole('searchbox', { name: 'Tìm theo tên, không cần dấu' }), { target: { value: 'do thuy' } });
    expect(sheet.getAllByRole('listitem')).toHaveLength(1);
    fireEvent.click(sheet.getByRole('button', { name: 'Đỗ Thùy Dương' }));
    expect(onPick).toHaveBeenCalledWith('b');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
