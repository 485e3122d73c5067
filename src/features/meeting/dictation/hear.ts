/** Why nothing was heard. */
export type Trouble = 'permission' | 'network' | 'silence' | 'microphone' | 'unknown';

/** What this needs of the browser's recogniser; TypeScript does not know it. */
interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

interface Maker {
  new (): Recogniser;
}

const makerOf = (): Maker | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return SpeechRecognition ?? webkitSpeechRecognition;
};

const TROUBLES: Readonly<Record<string, Trouble>> = { 'not-allowed': 'permission', 'service-not-allowed': 'permission', network: 'network', 'no-speech': 'silence', 'audio-capture': 'microphone' };

/** What is told while listening. */
export interface Ears {
  readonly onWords: (words: string) => void;
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onEnd: () => void;
}

let deafen: (() => void) | null = null;

/**
 * Listens in Vietnamese until stopped; one at a time, so that another field takes the microphone over. `stop` waits for what was said last,
 * `drop` hears no more at all.
 */
export function listen({ onWords, onTrouble, onEnd }: Ears): { stop: () => void; drop: () => void } {
  deafen?.();
  const Maker = makerOf();
  if (!Maker) {
    onTrouble('unknown');
    onEnd();
    return { stop: () => undefined, drop: () => undefined };
  }
  const ears = new Maker();
  Object.assign(ears, { lang: 'vi-VN', continuous: true, interimResults: false });
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    if (deafen === drop) deafen = null;
    onEnd();
  };
  const drop = (): void => {
    end();
    ears.abort();
  };
  ears.onresult = ({ resultIndex, results }) => {
    for (let at = resultIndex; !over && at < results.length; at += 1) {
      const words = results[at]?.isFinal ? (results[at]?.[0]?.transcript.trim() ?? '') : '';
      if (words !== '') onWords(words);
    }
  };
  ears.onerror = ({ error }) => {
    if (!over && error !== 'aborted') onTrouble(TROUBLES[error] ?? 'unknown');
  };
  ears.onend = end;
  deafen = drop;
  try {
    ears.start();
  } catch {
    onTrouble('unknown');
    end();
  }
  return { stop: () => ears.stop(), drop };
}

/** Whether this browser can take words down. */
export const canListen = (): boolean => makerOf() !== undefined;

/** Puts words where the cursor stands, as if they were typed: the field saves them like any others. */
export function typeInto(area: HTMLTextAreaElement, words: string): void {
  const { selectionStart, selectionEnd, value, maxLength } = area;
  const before = value.slice(0, selectionStart);
  const begins = before.trim() === '' || /[.!?\n]\s*$/.test(before);
  const text = `${before === '' || /\s$/.test(before) ? '' : ' '}${begins ? words.charAt(0).toLocaleUpperCase('vi') + words.slice(1) : words}`.normalize('NFC');
  const room = maxLength > 0 ? Math.max(0, maxLength - (value.length - (selectionEnd - selectionStart))) : text.length;
  const put = text.slice(0, room);
  // Past the element's own setter, by which React would take the words for its own and tell nobody.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, before + put + value.slice(selectionEnd));
  area.setSelectionRange(before.length + put.length, before.length + put.length);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
