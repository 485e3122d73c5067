// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SeriesWriter } from '@/sync/admission';
import { useSeries } from './use-series';

const bytesOf = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * seed) & 255);
afterEach(cleanup);

describe('reading a series with the camera', () => {
  it('[SERIES-2] names what stands in its way, goes on with the next right picture, and hands over the whole', () => {
    const [one, two] = [new SeriesWriter(bytesOf(1200, 7)), new SeriesWriter(bytesOf(1200, 11))];
    const onBytes = vi.fn<(bytes: Uint8Array<ArrayBuffer>) => void>();
    const { result } = renderHook(() => useSeries(onBytes));
    const wrongAfter = (text: string): string | null => {
      act(() => result.current.read(text));
      return result.current.reading.wrong;
    };
    expect(['https://zalo.me/x', 'xin chào', '7K2M9-PQRST', 'SCB9/ABC', one.frame(0).slice(0, -9)].map(wrongAfter)).toEqual(['link', 'other', 'code', 'newer', 'damaged']);
    expect([wrongAfter(one.frame(0)), wrongAfter(two.frame(1)), wrongAfter(one.frame(1))]).toEqual([null, 'mixed', null]);
    expect(result.current.reading).toMatchObject({ received: 2, total: 3 });
    act(() => result.current.restart());
    expect(result.current.reading).toEqual({ received: 0, total: 0, wrong: null });
    for (const index of [5, 6, 7, 8, 9, 10, 11]) act(() => result.current.read(two.frame(index)));
    expect(onBytes.mock.calls[0]?.[0]).toEqual(two.bytes);
  });
});
