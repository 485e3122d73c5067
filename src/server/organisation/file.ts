import * as v from 'valibot';
import { mayStandBeneath, type BodyKind } from '@/domain';
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
  /** A cell beneath another body, or a grassroots cell. */
  kind: v.optional(v.picklist(['cell', 'baseCell'])),
  /** Code of the body above; left out: the committee. */
  under: v.optional(code),
  cluster: v.optional(words(100)),
  term: v.optional(words(40)),
});

/** A body that is no cell. */
const FileBody = v.strictObject({
  code,
  name: words(200),
  kind: v.picklist(['upper', 'party', 'part']),
  under: v.optional(v.nullable(code), null),
  cluster: v.optional(words(100)),
  placeName: v.optional(words(100)),
  term: v.optional(words(40)),
});

const OrganisationFile = v.strictObject({
  committee: v.strictObject({ name: words(200) }),
  bodies: v.optional(v.pipe(v.array(FileBody), v.maxLength(5000))),
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
  const problem = problemIn(parsed.output);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, organisation: parsed.output };
}

/** A code used twice, or a body above that is not there or may not stand there. */
function problemIn({ bodies = [], cells }: Organisation): string | null {
  const kinds = new Map<string, BodyKind>();
  const lines = [...bodies.map((body, index) => ({ ...body, path: `bodies.${index}` })), ...cells.map((cell, index) => ({ ...cell, under: cell.under ?? null, kind: cell.kind ?? ('cell' as const), path: `cells.${index}` }))];
  for (const { code: name, kind, path } of lines) {
    if (kinds.has(name)) return ORGANISATION_PROBLEMS.sameCode(`${path}.code`, name);
    kinds.set(name, kind);
  }
  for (const { kind, under, path } of lines) {
    const above = under === null ? 'upper' : kinds.get(under);
    if (above === undefined || !mayStandBeneath(kind, above)) return ORGANISATION_PROBLEMS.wrongAbove(`${path}.under`, under ?? '');
  }
  return null;
}
