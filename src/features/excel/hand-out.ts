/** True when this device can hand the file to another app. */
export function canShare(file: File): boolean {
  return typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);
}

/** Opens the device's share sheet; where the browser would not open it, the file goes among the downloads. Closing it is no error. */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    if ((error as { name?: string } | null)?.name !== 'AbortError') saveFile(file);
  }
}

/** Puts a file among the downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address a while after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
