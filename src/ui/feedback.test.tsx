// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { FormEventHandler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button, ProgressBar, StepBar, Timer, ToastProvider, formatElapsed, useToast } from './index';
import type { ToastOptions } from './index';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Button', () => {
  it('does nothing while busy but keeps its focus', () => {
    const onClick = vi.fn<() => void>();
    const onSubmit = vi.fn<FormEventHandler>((event) => event.preventDefault());
    const { rerender } = render(<form onSubmit={onSubmit}><Button type="submit" onClick={onClick}>Send</Button></form>);
    screen.getByRole('button').focus();
    rerender(<form onSubmit={onSubmit}><Button type="submit" busy onClick={onClick}>Send</Button></form>);
    fireEvent.click(screen.getByRole('button'));
    expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([0, 0]);
    expect(document.activeElement).toBe(screen.getByRole('button', { busy: true }));
  });

  it('is a link when it has an address', () => {
    render(<Button href="/meeting">Open</Button>);
    expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe('/meeting');
  });
});

describe('toasts', () => {
  function Show({ toast }: { toast: ToastOptions }) {
    const show = useToast();
    return <button onClick={() => show(toast)}>show</button>;
  }
  const open = (toast: ToastOptions) => {
    render(<ToastProvider closeLabel="Close"><Show toast={toast} /></ToastProvider>);
    fireEvent.click(screen.getByText('show'));
  };
  const wait = (seconds: number): void => {
    act(() => {
      vi.advanceTimersByTime(seconds * 1000);
    });
  };

  it('are read out politely and leave by themselves', () => {
    open({ text: 'Saved' });
    expect(screen.getByRole('status').textContent).toContain('Saved');
    wait(4.9);
    expect(screen.queryByText('Saved')).not.toBeNull();
    wait(0.2);
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('wait while a hand or the focus is on them', () => {
    open({ text: 'Saved' });
    fireEvent.focus(screen.getByRole('button', { name: 'Close' }));
    wait(60);
    expect(screen.queryByText('Saved')).not.toBeNull();
    fireEvent.blur(screen.getByRole('button', { name: 'Close' }));
    wait(5.1);
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('stay longer with an action, run it once and go', () => {
    const run = vi.fn<() => void>();
    open({ text: 'Deleted', action: { label: 'Undo', run } });
    wait(9);
    fireEvent.click(screen.getByText('Undo'));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByText('Deleted')).toBeNull();
  });

  it('never cover the screen: three at most, the newest kept', () => {
    render(<ToastProvider closeLabel="Close"><Show toast={{ text: 'Saved' }} /></ToastProvider>);
    for (let i = 0; i < 5; i++) fireEvent.click(screen.getByText('show'));
    expect(screen.getAllByText('Saved')).toHaveLength(3);
  });
});

describe('Timer', () => {
  it.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [754, '12:34'],
    [3600, '1:00:00'],
    [5710, '1:35:10'],
    [-3, '0:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatElapsed(seconds)).toBe(text);
  });

  it('warns in words only after the suggested minutes are over', () => {
    const timer = (seconds: number) => <Timer label="Step" seconds={seconds} suggestedMinutes={15} caption="of 15" overCaption="over" />;
    const { rerender } = render(timer(900));
    expect(screen.getByRole('timer').textContent).toBe('15:00of 15');
    rerender(timer(901));
    expect(screen.getByRole('timer').textContent).toBe('15:01over');
  });
});

describe('ProgressBar', () => {
  it('tells its value, or that nobody knows it', () => {
    const { rerender } = render(<ProgressBar label="Spoke" value={12} max={27} />);
    const bar = screen.getByRole('progressbar', { name: 'Spoke' });
    expect(bar.getAttribute('aria-valuenow')).toBe('12');
    rerender(<ProgressBar label="Spoke" />);
    expect(bar.hasAttribute('aria-valuenow')).toBe(false);
  });

  it('draws nothing out of bounds', () => {
    const width = (value: number, max: number) => {
      const { container, unmount } = render(<ProgressBar label="Spoke" value={value} max={max} />);
      const drawn = container.querySelector<HTMLElement>('[role=progressbar] span')?.style.inlineSize;
      unmount();
      return drawn;
    };
    expect([width(30, 27), width(-1, 27), width(1, 0)]).toEqual(['100%', '0%', '0%']);
  });
});

describe('StepBar', () => {
  it('says which step is current, which are done, and opens any of them', () => {
    const onStep = vi.fn<(id: string) => void>();
    render(
      <StepBar
        label="Steps"
        doneLabel="done"
        onStep={onStep}
        steps={[
          { id: 'a', label: 'Open', state: 'done' },
          { id: 'b', label: 'Talk', state: 'current' },
          { id: 'c', label: 'Close', state: 'todo' },
        ]}
      />,
    );
    expect(screen.getByRole('button', { current: 'step' }).textContent).toBe('Talk');
    expect(screen.getByRole('button', { name: 'Open done' })).toBeTruthy();
    fireEvent.click(screen.getByText('Close'));
    expect(onStep).toHaveBeenCalledWith('c');
  });
});
