// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChipGroup, RadioGroup, Segmented, Switch } from './index';

afterEach(cleanup);

const options = [
  { value: 'here', label: 'Present' },
  { value: 'away', label: 'Absent', hint: 'With a reason' },
] as const;

describe('Segmented', () => {
  function Owner() {
    const [value, setValue] = useState<'here' | 'away' | null>(null);
    return <Segmented label="Attendance" options={options} value={value} onValue={setValue} />;
  }

  it('is a named group of radio buttons, none chosen before the first tap', () => {
    render(<Owner />);
    expect(screen.getByRole('group', { name: 'Attendance' })).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked)).toEqual([false, false]);
  });

  it('chooses exactly one', async () => {
    render(<Owner />);
    await userEvent.click(screen.getByText('Absent'));
    await userEvent.click(screen.getByText('Present'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Present' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Absent' }).checked).toBe(false);
  });

  it('shares one name within a group and none across groups, so that arrows stay inside', () => {
    render(<><Owner /><Owner /></>);
    const names = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).toBe(names[3]);
    expect(names[0]).not.toBe(names[2]);
  });
});

describe('RadioGroup', () => {
  it('describes an option by its hint and the group by its error', () => {
    render(<RadioGroup label="Attendance" options={options} value={null} onValue={() => undefined} error="Choose one" />);
    expect(screen.getByRole('radio', { name: 'Absent', description: 'With a reason' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Attendance', description: 'Choose one' })).toBeTruthy();
  });
});

describe('Switch', () => {
  it('is named by its text alone, described by its hint, and toggles by a tap on the text', async () => {
    const onValue = vi.fn<(checked: boolean) => void>();
    render(<Switch hint="Three tellers" onValue={onValue}>Secret ballot</Switch>);
    expect(screen.getByRole('switch', { name: 'Secret ballot', description: 'Three tellers' })).toBeTruthy();
    await userEvent.click(screen.getByText('Secret ballot'));
    expect(onValue).toHaveBeenLastCalledWith(true);
  });
});

describe('ChipGroup', () => {
  const pressed = () => screen.getAllByRole('button').map((chip) => chip.getAttribute('aria-pressed'));
  function Owner({ clearable }: { clearable?: boolean }) {
    const [value, setValue] = useState<'here' | 'away' | null>('here');
    return <ChipGroup label="Kind" options={options} value={value} onValue={setValue} clearable={clearable} />;
  }

  it('presses one chip at a time', async () => {
    render(<Owner />);
    expect(pressed()).toEqual(['true', 'false']);
    await userEvent.click(screen.getByRole('button', { name: 'Absent' }));
    expect(pressed()).toEqual(['false', 'true']);
  });

  it('lifts the pressed chip only where nothing is a valid answer', async () => {
    render(<Owner />);
    await userEvent.click(screen.getByRole('button', { name: 'Present' }));
    expect(pressed()).toEqual(['true', 'false']);
    cleanup();
    render(<Owner clearable />);
    await userEvent.click(screen.getByRole('button', { name: 'Present' }));
    expect(pressed()).toEqual(['false', 'false']);
  });
});
