/**
 * Why there is no picture. `refused`: the person or the browser said no · `none`: no camera, or a page that may not ask for one ·
 * `busy`: another app holds it.
 */
export type CameraProblem = 'refused' | 'none' | 'busy';

/** The camera's failure by name; nothing of the browser's own prose. */
export class CameraError extends Error {
  override readonly name = 'CameraError';
  constructor(readonly problem: CameraProblem) {
    super(problem);
  }
}

const PROBLEMS: Readonly<Record<string, CameraProblem>> = { NotAllowedError: 'refused', SecurityError: 'refused', NotReadableError: 'busy', AbortError: 'busy' };

/** Opens the camera that looks away from the person, where there are two. @throws CameraError */
export async function openCamera(): Promise<MediaStream> {
  // Without https there is no such object at all.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices) throw new CameraError('none');
  try {
    return await mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 960 } } });
  } catch (error) {
    throw new CameraError(PROBLEMS[(error as { name?: string } | null)?.name ?? ''] ?? 'none');
  }
}

/** Lets the camera go; its light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
