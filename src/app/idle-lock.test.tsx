// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Saver } from '@/storage';
import { useIdleLock } from './idle-lock';
import { lockSession } from './session';

vi.mock('./session', () => ({ lockSession: vi.fn<() => Promise<void>>(async () => undefined) }));
const lock = vi.mocked(lockSession);

const settings = new Map<string, number>();
const flush = vi.fn<() => Promise<void>>(async () => undefined);
const saver = { flush, book: { db: { meta: { get: async (name: string) => (settings.has(name) ? { value: settings.get(name) } : undefined) } } } } as unknown as Saver;
let shown: DocumentVisibilityState = 'visible';

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000);
/** The phone sleeps: the clock goes on, and nothing of the page runs. */
const asleep = (count: number): void => void vi.setSystemTime(Date.now() + count * 60_000);
const touch = (): Promise<unknown> => {
  window.dispatchEvent(new Event('pointerdown'));
  return vi.advanceTimersByTimeAsync(0);
};
const put = (state: DocumentVisibilityState): Promise<unknown> => {
  shown = state;
  document.dispatchEvent(new Event('visibilitychange'));
  return vi.advanceTimersByTimeAsync(0);
};
const open = (inMeeting = false) => renderHook(({ meeting }) => useIdleLock(saver, meeting), { initialProps: { meeting: inMeeting } });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T07:00:00Z') });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => shown);
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
  settings.clear();
  shown = 'visible';
});

describe('a book that nobody touches', () => {
  it('[LOCK-1] locks after ten minutes, each touch beginning them anew', async () => {
    open();
    await minutes(9);
    await touch();
    await minutes(9);
    expect(lock).not.toHaveBeenCalled();
    await minutes(1.5);
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-1] after the set time, also when it was set a moment ago', async () => {
    open();
    settings.set('setting.idleMinutes', 2);
    await minutes(2.5);
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-1] not before 45 minutes while a meeting is open', async () => {
    const { rerender } = open();
    rerender({ meeting: true });
    await minutes(44);
    expect(lock).not.toHaveBeenCalled();
    await minutes(2);
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-1] the first touch after a long sleep is no sign of life', async () => {
    open();
    await minutes(1);
    asleep(60);
    await touch();
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-1] a clock that was set back locks', async () => {
    open();
    asleep(-120);
    await touch();
    expect(lock).toHaveBeenCalled();
  });

  it('is left alone once it is closed', async () => {
    open().unmount();
    await minutes(60);
    await touch();
    expect(lock).not.toHaveBeenCalled();
  });
});

describe('a book that was put away', () => {
  it('[LOCK-2] writes out what is being typed, and is there again after a short while', async () => {
    open();
    await put('hidden');
    expect(flush).toHaveBeenCalledOnce();
    asleep(4);
    await put('visible');
    expect(lock).not.toHaveBeenCalled();
    // The time away is over: it does not go on counting.
    asleep(4);
    await touch();
    await minutes(4);
    expect(lock).not.toHaveBeenCalled();
  });

  it('[LOCK-2] is locked after more than five minutes, though the idle time is longer', async () => {
    settings.set('setting.idleMinutes', 30);
    open();
    await put('hidden');
    asleep(6);
    await put('visible');
    expect(lock).toHaveBeenCalledOnce();
  });

  it('[LOCK-2] locks while it is away where the browser lets it, so that no key waits in memory', async () => {
    open();
    await put('hidden');
    await minutes(5.5);
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-2] set to at once, locks as it is put away, also in a meeting', async () => {
    settings.set('setting.awayMinutes', 0);
    const { rerender } = open();
    rerender({ meeting: true });
    await minutes(10);
    expect(lock).not.toHaveBeenCalled();
    await put('hidden');
    expect(lock).toHaveBeenCalledOnce();
  });

  it('[LOCK-2] in a meeting waits as long as the meeting does', async () => {
    open(true);
    await put('hidden');
    asleep(40);
    await put('visible');
    expect(lock).not.toHaveBeenCalled();
    await put('hidden');
    asleep(46);
    await put('visible');
    expect(lock).toHaveBeenCalled();
  });

  it('[LOCK-2] taken out and put away again in one breath, counts from the second time', async () => {
    open();
    await put('hidden');
    asleep(3);
    shown = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await put('hidden');
    asleep(6);
    await put('visible');
    expect(lock).toHaveBeenCalledOnce();
  });
});
