import { changeBodies, periodOn, withChange, type BodyAct, type BodyHistory, type BodyProblem, type Period } from '@/domain';

/** One body that a change touches: how it stood before, null for a new one, and how it stands after. */
export interface Touched {
  readonly body: string;
  readonly before: Period | null;
  readonly after: Period;
}

/** What would come of acts from a day on. */
export type Preview = { readonly ok: true; readonly touched: readonly Touched[]; readonly history: BodyHistory } | { readonly ok: false; readonly problem: BodyProblem; readonly act: number };

/** Works a change out without making it, by the server's own rules. */
export function previewOf(history: BodyHistory, from: string, acts: readonly BodyAct[]): Preview {
  const result = changeBodies(history, { id: 'preview', from, acts });
  if (!result.ok) return result;
  const last = new Map(result.periods.map((period) => [period.body, period]));
  const known = new Map<string, Period[]>();
  for (const period of history.periods) known.set(period.body, [...(known.get(period.body) ?? []), period]);
  return { ok: true, touched: [...last.values()].map((after) => ({ body: after.body, before: periodOn(known.get(after.body) ?? [], from), after })), history: withChange(history, result) };
}

/** The texts of a body that a person may change one by one. */
export const TEXTS = ['name', 'cluster', 'letterhead', 'placeName', 'term'] as const;
