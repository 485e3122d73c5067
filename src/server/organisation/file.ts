import * as v from 'valibot';
import { ORGANISATION_PROBLEMS } from '../messages';

const words = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^\P{Cc}*$/u), v.normalize('NFC'));
const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,40}$/));

const Cell = v.strictObject({
  /** The organisation's own stable name of the cell: how a later start knows it again. */
  code,
  name: words(200),
  /** The direct superior as it stands in a document's header. */
  superior: words(200),
  /** Place name for the date line of documents. */
  placeName: words(100),
  /** Procedure profile. */
  profile: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,60}$/)), 'hd05-duk-2021'),
});

const OrganisationFile = v.strictObject({
  committee: v.strictObject({ name: words(200) }),
  cells: v.pipe(v.array(Cell), v.minLength(1), v.maxLength(5000)),
});

/** The organisation as its file describes it. */
export type Organisation = v.InferOutput<typeof OrganisationFile>;

/** Reads an organisation file's text. The problem, if there is one, names the place in the file. */
export function readOrganisation(text: string): { ok: true; organisation: Organisation } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: ORGANISATION_PROBLEMS.notJson };
  }
  const parsed = v.safeParse(OrganisationFile, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { ok: false, problem: ORGANISATION_PROBLEMS.wrongAt(v.getDotPath(issue) ?? '(root)', issue.message) };
  }
  const seen = new Set<string>();
  for (const [index, cell] of parsed.output.cells.entries()) {
    if (seen.has(cell.code)) return { ok: false, problem: ORGANISATION_PROBLEMS.sameCode(`cells.${index}.code`, cell.code) };
    seen.add(cell.code);
  }
  return { ok: true, organisation: parsed.output };
}
