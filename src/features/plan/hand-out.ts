import { loadKinds, makeDocumentFile, yearPlanFileName, type FileFormat } from '@/documents';
import type { Cell } from '@/domain';
import type { PlanView } from './use-plan';

/** Makes the plan's file on the phone. @throws when a maker or the letters cannot be had */
export async function makePlanFile({ plan, people, rules, today }: PlanView, cell: Cell, format: FileFormat): Promise<File> {
  const { yearPlanForm } = await loadKinds();
  return makeDocumentFile(yearPlanForm({ plan, cell, members: people, leadDays: rules.leadDays, today }), format, yearPlanFileName(plan.year, format));
}
