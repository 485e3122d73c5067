import { mayLeave, type Leaving } from './guard';

/** True when this device can hand the file to another app, and the guard does not refuse what is in it [SHARE-3]. */
export function canShareFile(file: File, leaving: Leaving): boolean {
  return mayLeave(leaving).may !== 'refused' && typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);
}

/** What became of sharing: handed over, closed by the person, or not opened by the browser. */
export type Shared = 'shared' | 'closed' | 'blocked';

async function share(data: ShareData, leaving: Leaving): Promise<Shared> {
  if (mayLeave(leaving).may === 'refused') return 'blocked';
  try {
    await navigator.share(data);
    return 'shared';
  } catch (error) {
    return (error as { name?: string } | null)?.name === 'AbortError' ? 'closed' : 'blocked';
  }
}

/** Opens the device's share sheet with a file; never with one that the guard refuses. */
export const shareFile = (file: File, leaving: Leaving): Promise<Shared> => share({ files: [file] }, leaving);

/** Opens the device's share sheet with a text; likewise. */
export const shareText = (text: string, leaving: Leaving): Promise<Shared> => share({ text }, leaving);

/** Puts a file among the downloads of this device. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address a while after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
