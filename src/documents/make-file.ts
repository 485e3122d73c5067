import type { PartyDocument } from './form';

/** What a document can be made as. */
export const FILE_FORMATS = ['docx', 'pdf'] as const;
/** One of {@link FILE_FORMATS}. */
export type FileFormat = (typeof FILE_FORMATS)[number];

const TYPE: Record<FileFormat, string> = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' };

/** Draws a document as a file, on the phone. The makers are loaded when one is asked for. @throws when a maker or the letters cannot be had */
export async function makeDocumentFile(form: PartyDocument, format: FileFormat, name: string): Promise<File> {
  const draw = async (): Promise<Uint8Array> => {
    if (format === 'docx') return (await import('./docx')).documentDocx(form);
    const { documentPdf, loadFonts } = await import('./pdf');
    return documentPdf(form, await loadFonts());
  };
  return new File([(await draw()) as BlobPart], name, { type: TYPE[format] });
}

/** Opens a PDF in a window of its own, whose print button prints it; false when the browser did not open one. */
export function openToPrint(file: File): boolean {
  const url = URL.createObjectURL(file);
  const shown = window.open(url, '_blank');
  setTimeout(() => URL.revokeObjectURL(url), 10 * 60_000);
  return shown !== null;
}
