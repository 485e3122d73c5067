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
