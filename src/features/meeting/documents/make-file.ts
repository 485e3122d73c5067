import { documentFileName, loadDocx, loadPdf, type DocumentKind, type PartyDocument } from '@/documents';
import type { Meeting } from '@/domain';

/** What a document can be made as. */
export const FORMATS = ['docx', 'pdf'] as const;
/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

const TYPE: Record<Format, string> = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' };

/** Makes the file on the phone. @throws when a maker or the letters cannot be had */
export async function makeFile(form: PartyDocument, kind: DocumentKind, meeting: Meeting, format: Format): Promise<File> {
  const draw = async (): Promise<Uint8Array> => {
    if (format === 'docx') return (await loadDocx()).documentDocx(form);
    const { documentPdf, loadFonts } = await loadPdf();
    return documentPdf(form, await loadFonts());
  };
  return new File([(await draw()) as BlobPart], documentFileName(kind, meeting, format), { type: TYPE[format] });
}

/** Opens a PDF in a window of its own, whose print button prints it; false when the browser did not open one. */
export function openToPrint(file: File): boolean {
  const url = URL.createObjectURL(file);
  const shown = window.open(url, '_blank');
  setTimeout(() => URL.revokeObjectURL(url), 10 * 60_000);
  return shown !== null;
}
