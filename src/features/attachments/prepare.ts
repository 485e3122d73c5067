import { fileKind, fileProblem, isHeif, keptName, mayKeep, type FileKind, type FileProblem, type SecretRefusal } from '@/domain';
import type { NewAttachment } from '@/storage/attachments';
import { firstPageText } from './pdf/first-page';
import { smallPhoto } from './photo';

/** Why a chosen file stays outside: its kind, its size, what cannot be read of it, or a marking. */
export type Refused = { readonly why: FileProblem | 'unreadable' | 'damaged' | 'heic' } | SecretRefusal;

/** A chosen file, made ready to be attached or told why not. `name`: what it is shown as. */
export type Ready = { readonly name: string; readonly kind: FileKind; readonly file: NewAttachment } | { readonly name: string; readonly refused: Refused };

/** Bytes that tell what a file is. */
const HEAD = 1100;

/**
 * Reads a chosen file and makes it ready: a photo smaller and without where it was taken, a PDF as it is and looked at for a marking. The name that a
 * file came under is looked at too, before it is cleaned.
 * @param fallback its name where it came without one, or with one that says nothing
 */
export async function prepare(chosen: File, fallback: string): Promise<Ready> {
  const shown = chosen.name || fallback;
  const refuse = (refused: Refused): Ready => ({ name: shown, refused });
  const byName = mayKeep({ name: chosen.name, text: '', marked: false });
  if (byName !== 'keep' && byName !== 'ask') return refuse(byName);
  let content: Uint8Array<ArrayBuffer>;
  try {
    const head = new Uint8Array(await chosen.slice(0, HEAD).arrayBuffer());
    const kind = fileKind(head);
    const problem = fileProblem(kind, chosen.size);
    if (kind === null || problem) return refuse({ why: problem ?? 'type' });
    if (kind === 'photo') {
      content = await smallPhoto(chosen).catch(() => new Uint8Array());
      if (content.length === 0) return refuse({ why: isHeif(head) ? 'heic' : 'damaged' });
      return { name: keptName(chosen.name, kind, fallback), kind, file: { name: keptName(chosen.name, kind, fallback), type: 'image/jpeg', bytes: content } };
    }
    content = new Uint8Array(await chosen.arrayBuffer());
  } catch {
    // A file that lies in a cloud, or was moved meanwhile.
    return refuse({ why: 'unreadable' });
  }
  const marked = mayKeep({ name: chosen.name, text: await firstPageText(content), marked: false });
  if (marked !== 'keep' && marked !== 'ask') return refuse(marked);
  const name = keptName(chosen.name, 'pdf', fallback);
  return { name, kind: 'pdf', file: { name, type: 'application/pdf', bytes: content } };
}
