// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '@/domain';
import { startI18n } from '@/i18n';
import { Field, FieldTool, TextArea } from '@/ui';
import Dictation from '.';

/** What a browser would hear. */
class FakeEars {
  static all: FakeEars[] = [];
  static refuse = false;
  lang = '';
  onresult: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onend: (() => void) | null = null;
  listening = false;
  constructor() {
    FakeEars.all.push(this);
  }
  start(): void {
    if (FakeEars.refuse) throw new Error('InvalidStateError');
    this.listening = true;
  }
  stop(): void {
    this.listening = false;
    this.onend?.();
  }
  abort(): void {
    this.stop();
  }
  say(words: string, isFinal = true): void {
    this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript: words }], { isFinal })] });
  }
  fail(error: string): void {
    this.onerror?.({ error });
    this.stop();
  }
}
const ears = (): FakeEars => FakeEars.all.at(-1)!;

const STEP = { id: 's', label: 'Thảo luận', blocks: ['contributions'], actors: [], guidance: '', minutes: 5, required: true, evidence: 'seen', source: [] } as unknown as Step;
const kept = vi.fn<(text: string) => void>();

function Room({ step = STEP, criticism = false, start = '' }: { step?: Step; criticism?: boolean; start?: string }) {
  const [text, setText] = useState(start);
  const type = (value: string): void => {
    kept(value);
    setText(value);
  };
  return (
    <FieldTool.Provider value={(area, props) => <Dictation step={step} area={area} field={props} />}>
      <Field label="Ý kiến"><TextArea value={text} onValue={type} data-unheard={criticism || undefined} maxLength={60} /></Field>
      <Field label="Khác"><TextArea readOnly defaultValue="" /></Field>
    </FieldTool.Provider>
  );
}
const button = (name = 'Nói để ghi'): HTMLElement | null => screen.queryByRole('button', { name });
const press = (name?: string): void => void fireEvent.click(button(name)!);
const field = (): HTMLTextAreaElement => screen.getByLabelText<HTMLTextAreaElement>('Ý kiến');
const say = (words: string, isFinal?: boolean): void => act(() => ears().say(words, isFinal));

beforeAll(() => startI18n('vi', ['common', 'meeting']));
beforeEach(() => {
  FakeEars.all = [];
  FakeEars.refuse = false;
  kept.mockClear();
  vi.stubGlobal('webkitSpeechRecognition', FakeEars);
});
afterEach(() => void vi.unstubAllGlobals());

describe('dictation', () => {
  it('listens in Vietnamese, says so, and writes as if typed, at the cursor', () => {
    render(<Room start="Đồng chí An nói. Hết" />);
    field().setSelectionRange(16, 16);
    press();
    expect([ears().lang, ears().listening]).toEqual(['vi-VN', true]);
    expect(screen.getByText(/^Đang nghe/)).toBeTruthy();
    expect(button('Dừng nghe')!.getAttribute('aria-pressed')).toBe('true');
    say('chưa chắc', false);
    expect(kept).not.toHaveBeenCalled();
    say('nhất trí với chi ủy'.normalize('NFD'));
    expect(kept.mock.lastCall).toEqual(['Đồng chí An nói. Nhất trí với chi ủy Hết']);
    say('bổ sung');
    expect(field().value).toBe('Đồng chí An nói. Nhất trí với chi ủy bổ sung Hết');
    say('một câu dài quá mức cho phép của ô này');
    expect(field().value).toHaveLength(60);
    press('Dừng nghe');
    expect(ears().listening).toBe(false);
    expect(screen.queryByText(/^Đang nghe/)).toBeNull();
  });

  it('[DICT-1] has no button at a restricted or internal step, on a text that cannot be written, or where the browser cannot listen', () => {
    for (const sensitivity of ['restricted', 'internal'] as const) {
      render(<Room step={{ ...STEP, sensitivity }} />);
      expect(button()).toBeNull();
      cleanup();
    }
    render(<Room />);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    cleanup();
    vi.stubGlobal('webkitSpeechRecognition', undefined);
    render(<Room />);
    expect(button()).toBeNull();
  });

  it('[DICT-2] goes deaf at once when what is written becomes criticism', () => {
    const { rerender } = render(<Room />);
    press();
    rerender(<Room criticism />);
    expect(ears().listening).toBe(false);
    expect([button(), button('Dừng nghe')]).toEqual([null, null]);
    say('phê bình');
    expect(kept).not.toHaveBeenCalled();
  });

  it('[DICT-4] ends with the step, when the app is put away, and when another field listens; nothing is written later', () => {
    const { unmount } = render(<Room />);
    press();
    unmount();
    expect(ears().listening).toBe(false);
    say('muộn');
    render(<Room />);
    press();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    vi.restoreAllMocks();
    expect([ears().listening, button('Dừng nghe')]).toEqual([false, null]);
    press();
    const first = ears();
    render(<Room />);
    fireEvent.click(screen.getByRole('button', { name: 'Nói để ghi' }));
    expect([first.listening, ears().listening]).toEqual([false, true]);
    expect(kept).not.toHaveBeenCalled();
  });

  it.each([['not-allowed', /Trình duyệt chưa được dùng micrô/], ['network', /Không có mạng/], ['no-speech', /Chưa nghe thấy tiếng/], ['audio-capture', /Không mở được micrô/], ['bad-grammar', /^Chưa nghe được/]])('says in plain words why nothing was heard: %s', (error, words) => {
    render(<Room />);
    press();
    act(() => ears().fail(error));
    expect(screen.getByText(words)).toBeTruthy();
    press();
    expect(screen.queryByText(words)).toBeNull();
  });

  it('says nothing of a stop that was wanted, and survives a browser that will not begin', () => {
    render(<Room />);
    press();
    act(() => ears().fail('aborted'));
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.queryByText(/^Chưa nghe được/)).toBeNull();
    FakeEars.refuse = true;
    press();
    expect(screen.getByText(/^Chưa nghe được/)).toBeTruthy();
  });
});
