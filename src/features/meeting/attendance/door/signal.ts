import type { DoorAnswer } from '@/domain';

/** What the door sounds like: `marked` one high tone, `again` two short ones, all else one long and low. */
export type Signal = 'marked' | 'again' | 'refused';

/** Hz, and seconds of each tone; with the pattern of the vibration, ms. */
const TONES: Record<Signal, { hertz: number; tones: readonly number[]; shake: number[] }> = {
  marked: { hertz: 1046, tones: [0.16], shake: [80] },
  again: { hertz: 740, tones: [0.08, 0.08], shake: [40, 60, 40] },
  refused: { hertz: 233, tones: [0.45], shake: [250] },
};
const PAUSE = 0.08;
const KEY = 'so-chi-bo.doorSound';
let audio: AudioContext | null = null;

/** Whether the door is to be heard; it is until it was switched off on this device. */
export function soundIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches the sound. The choice is the device's, not the book's. */
export function setSound(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage the choice holds until the scanner is closed.
  }
}

/** To be called from a tap: browsers let a page sound only after one. */
export function wakeSound(): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
}

/** Lets the loudspeaker go. */
export function restSound(): void {
  void audio?.suspend().catch(() => undefined);
}

/** The signal of an answer. */
export const signalOf = (say: DoorAnswer['say'] | 'foreign'): Signal => (say === 'marked' || say === 'again' ? say : 'refused');

/** Sounds, where that is wanted, and shakes the device where it can: a hall may be loud. */
export function give(signal: Signal, sound: boolean): void {
  const { hertz, tones, shake } = TONES[signal];
  (navigator as { vibrate?: (pattern: number[]) => boolean }).vibrate?.(shake);
  if (!sound || audio?.state !== 'running') return;
  let at = audio.currentTime;
  for (const seconds of tones) {
    const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.4, at);
    // An abrupt end would click.
    loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + PAUSE;
  }
}
