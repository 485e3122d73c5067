import { useEffect, useRef, useState, type RefObject } from 'react';
import { CameraError, closeCamera, openCamera, type CameraProblem } from './camera';
import { frameReader } from './reader';

/** `starting`: the browser may be asking the person · `on` · else why there is no picture. */
export type ScanState = 'starting' | 'on' | CameraProblem;

/** Rest between two looks, ms: the phone stays cool, and its screen moves on. */
const REST = 20;

/**
 * Runs the camera into a video element and hands over every text that it sees, each once for as long as it is seen. The camera is let go
 * when the component leaves.
 * @param forget ms out of sight after which a text is handed over once more; without it, only after another one
 */
export function useScan(onText: (text: string) => void, forget = Infinity): { video: RefObject<HTMLVideoElement>; state: ScanState } {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScanState>('starting');
  const hand = useRef(onText);
  useEffect(() => {
    hand.current = onText;
  }, [onText]);
  useEffect(() => {
    let live = true;
    let stream: MediaStream | null = null;
    const run = async (): Promise<void> => {
      stream = await openCamera();
      const screen = video.current;
      if (!live || !screen) return closeCamera(stream);
      screen.srcObject = stream;
      await screen.play();
      setState('on');
      const read = await frameReader();
      for (let [last, seen] = ['', 0]; live; ) {
        const text = await read(screen);
        const now = performance.now();
        if (now - seen > forget) last = '';
        if (live && text !== null && text !== '' && text !== last) hand.current((last = text));
        if (text === last) seen = now;
        await new Promise((done) => setTimeout(done, REST));
      }
    };
    run().catch((error: unknown) => live && setState(error instanceof CameraError ? error.problem : 'busy'));
    return () => {
      live = false;
      if (stream) closeCamera(stream);
    };
  }, [forget]);
  return { video, state };
}
