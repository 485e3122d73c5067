import type { ImportError } from './sheet';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);

/** Looks for a name in UTF-16, as the old Office container writes the names of its streams. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const last = bytes.length - name.length * 2;
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first, 512); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let i = 0;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i += 1;
    if (i === name.length) return true;
  }
  return false;
}

/**
 * [IMP-1] What kind of file the first bytes show: null for a zip (which .xlsx is), else the reason to refuse.
 * An .xlsx with a password and an old .xls share one container; the names of its streams tell them apart.
 */
export function refusedKind(bytes: Uint8Array): ImportError | null {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b)) return null;
  if (!startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'notXlsx';
  if (hasStream(bytes, 'EncryptedPackage')) return 'passwordProtected';
  if (hasStream(bytes, 'WordDocument') || hasStream(bytes, 'PowerPoint Document')) return 'notXlsx';
  return 'oldXls';
}

/** [IMP-1] What kind of zip its parts show: null for .xlsx, else the reason to refuse. */
export function refusedParts(names: readonly string[]): ImportError | null {
  if (names.includes('xl/workbook.xml')) return null;
  if (names.includes('xl/workbook.bin')) return 'binary';
  return names.includes('content.xml') && names.includes('mimetype') ? 'openDocument' : 'notXlsx';
}
