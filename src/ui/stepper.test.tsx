// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Stepper } from './index';

afterEach(cleanup);

function Owner({ start, step }: { start: number; step?: number }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <Stepper label="For" value={value} onValue={setValue} min={0} max={27} step={step} decreaseLabel="Less" increaseLabel="More" />
      <output>{value}</output>
    </>
  );
}
const value = () => screen.getByRole('status').textContent;
const box = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'For' });
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('Stepper', () => {
  it('stops at its bounds and keeps the focus there', async () => {
    render(<Owner start={26} />);
    await tap('More');
    await tap('More');
    expect(value()).toBe('27');
    const more = screen.getByRole('button', { name: 'More' });
    expect(more.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(more);
    cleanup();
    render(<Owner start={0} />);
    await tap('Less');
    expect(value()).toBe('0');
  });

  it('takes typed numbers and brings what is out of bounds inside when left', async () => {
    render(<Owner start={3} />);
    await userEvent.clear(box());
    await userEvent.type(box(), '12');
    expect(value()).toBe('12');
    await userEvent.clear(box());
    await userEvent.type(box(), '99');
    await userEvent.tab();
    expect(value()).toBe('27');
    expect(box().value).toBe('27');
  });

  it.each(['', 'abc', '-'])('keeps the last good number when %j is left behind', async (text) => {
    render(<Owner start={3} />);
    await userEvent.clear(box());
    if (text) await userEvent.type(box(), text);
    await userEvent.tab();
    expect(value()).toBe('3');
    expect(box().value).toBe('3');
  });

  it('reads and writes decimals with a comma and adds no dust', async () => {
    render(<Owner start={0.1} step={0.2} />);
    await tap('More');
    expect(value()).toBe('0.3');
    expect(box().value).toBe('0,3');
    await userEvent.clear(box());
    await userEvent.type(box(), '9,5');
    expect(value()).toBe('9.5');
  });

  it('follows the arrow keys and tells a screen reader where it is', async () => {
    render(<Owner start={3} />);
    await userEvent.type(box(), '{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(value()).toBe('4');
    expect(['aria-valuenow', 'aria-valuemin', 'aria-valuemax'].map((name) => box().getAttribute(name))).toEqual(['4', '0', '27']);
  });
});
