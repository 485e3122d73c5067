/**
 * Why a file was not taken, or is not to be had. `empty`: it has no bytes · `tooLarge`: over 20 MiB · `notHere`: not on this device, and
 * the server does not have it (yet) · `notSent`: the server does not have it yet, so that it cannot be taken off this device ·
 * `damaged`: what lies here is not what was added · `removed`: somebody of the cell has removed it.
 */
export type AttachmentReason = 'empty' | 'tooLarge' | 'notHere' | 'notSent' | 'damaged' | 'removed';

/** A file that came to nothing, by name; the screen puts it into words. Nothing was written. */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  constructor(readonly reason: AttachmentReason) {
    super(reason);
  }
}
