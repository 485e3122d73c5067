import { loadDocx, loadKinds, loadPdf, yearPlanFileName } from '@/documents';
import type { Cell } from '@/domain';
import type { PlanView } from './use-plan';

/** What the plan can be made as. */
export const FORMATS = ['docx', 'pdf'] as const;
/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

const TYPE: Record<Format, string> = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' };

/** Makes the plan's file on the phone. @throws when a maker or the letters cannot be had */
export async function makePlanFile({ plan, people, rules, today }: PlanView, cell: Cell, format: Format): Promise<File> {
  const { yearPlanForm } = await loadKinds();
  const form = yearPlanForm({ plan, cell, members: people, leadDays: rules.leadDays, today });
  const draw = async (): Promise<Uint8Array> => {
    if (format === 'docx') return (await loadDocx()).documentDocx(form);
    const { documentPdf, loadFonts } = await loadPdf();
    return documentPdf(form, await loadFonts());
  };
  return new File([(await draw()) as BlobPart], yearPlanFileName(plan.year, format), { type: TYPE[format] });
}

/** True when this device can hand the file to another app. */
export const canShare = (file: File): boolean => typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);

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
