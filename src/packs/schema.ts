import * as v from 'valibot';
import { ACTORS, BLOCKS, EVIDENCE, EVIDENCE_KEYS, FORM_KINDS, GRADES, MEASURES, MEETING_KINDS, PHASES, SECTION_HELP, YEAR_GRADES, type Frame, type Procedure } from '@/domain';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.check((value) => value === value.normalize('NFC'), 'not in NFC'));
const sourced = {
  evidence: v.picklist(EVIDENCE),
  source: v.pipe(v.array(v.pipe(v.string(), v.regex(/^S\d\d$/))), v.minLength(1, 'a line without a source')),
  sourceNote: v.optional(text),
};
const status = v.picklist(['officialChecked', 'secondarySources', 'local']);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const param = <T extends v.GenericSchema>(value: T) => v.object({ value, ...sourced });

/** [PACK-1] A procedure pack: every step has a source, ids are unique, required steps name who does them. */
export const ProcedureSchema = v.pipe(
  v.object({
    id: text,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    kind: v.picklist(MEETING_KINDS),
    title: text,
    basis: text,
    status,
    effectiveFrom: v.pipe(v.string(), v.isoDate()),
    params: v.object({
      minMinutes: param(count),
      attendanceTargetPercent: param(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      attendanceCompare: v.picklist(['gt', 'gte']),
      committeeMeetsBefore: param(v.boolean()),
      documentsLeadDays: param(count),
      publishWithinDays: param(v.nullable(count)),
      frame: v.nullable(text),
    }),
    phases: v.array(
      v.object({
        id: v.picklist(PHASES),
        label: text,
        steps: v.array(
          v.object({
            id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
            label: text,
            guidance: text,
            say: v.optional(text),
            minutes: v.nullable(count),
            required: v.boolean(),
            actors: v.pipe(v.array(v.picklist(ACTORS)), v.minLength(1)),
            blocks: v.array(v.picklist(BLOCKS)),
            sensitivity: v.optional(v.picklist(['internal', 'restricted'])),
            ...sourced,
          }),
        ),
      }),
    ),
  }),
  v.check((pack) => {
    const ids = pack.phases.flatMap((phase) => phase.steps.map((step) => step.id));
    return new Set(ids).size === ids.length;
  }, 'two steps with one id'),
);

const number = v.pipe(v.number(), v.finite());
const tier = v.object({
  label: text,
  points: count,
  when: v.optional(
    v.object({
      measure: v.picklist(MEASURES),
      min: v.optional(number),
      minExclusive: v.optional(number),
      max: v.optional(number),
      maxExclusive: v.optional(number),
      clean: v.optional(v.boolean()),
    }),
  ),
});
const criterion = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
    label: text,
    max: count,
    evidenceKey: v.optional(v.picklist(EVIDENCE_KEYS)),
    kinds: v.optional(v.array(v.picklist(MEETING_KINDS))),
    tiers: v.optional(v.pipe(v.array(tier), v.minLength(2))),
    ...sourced,
  }),
  v.check(({ tiers, max }) => !tiers || (tiers[0]!.points === max && tiers.every((one, i) => i === 0 || one.points < tiers[i - 1]!.points)), 'tiers must fall from the full points'),
  v.check(({ tiers }) => !tiers || tiers.every(({ when }, i) => when !== undefined || i === tiers.length - 1), 'only the last tier may have no condition'),
  v.check(({ tiers, evidenceKey }) => !tiers || evidenceKey !== undefined, 'tiers without evidence to measure'),
);

/**
 * [PACK-2] A scoring frame: criteria add up to their group, groups to the total, bands fall and end at 0. Tiers fall from the full points, only the
 * last has no condition; what a band wants in full is a criterion of the frame.
 */
export const FrameSchema = v.pipe(
  v.object({
    id: text,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    title: text,
    basis: text,
    status,
    kinds: v.array(v.picklist(MEETING_KINDS)),
    total: count,
    groups: v.array(
      v.pipe(
        v.object({
          id: text,
          label: text,
          max: count,
          criteria: v.array(criterion),
        }),
        v.check((group) => group.criteria.reduce((sum, c) => sum + c.max, 0) === group.max, 'criteria do not add up to the group'),
      ),
    ),
    bands: v.array(v.object({ grade: v.picklist(GRADES), min: count, full: v.optional(v.array(text)) })),
    scale: v.optional(v.literal('met')),
    longMeeting: v.optional(v.object({ members: count, minutes: count, ...sourced })),
    annual: v.optional(
      v.object({
        rules: v.array(v.object({ grade: v.picklist(GRADES), every: v.picklist(GRADES), atLeast: v.optional(v.object({ grade: v.picklist(GRADES), count })) })),
        ...sourced,
      }),
    ),
    decisions: v.optional(v.array(v.object({ gap: text, reading: text }))),
  }),
  v.check((frame) => frame.groups.reduce((sum, g) => sum + g.max, 0) === frame.total, 'groups do not add up to the total'),
  v.check((frame) => frame.bands.every((band, i) => i === 0 || band.min < frame.bands[i - 1]!.min) && frame.bands.at(-1)?.min === 0, 'bands must fall and end at 0'),
  v.check((frame) => {
    const ids = frame.groups.flatMap((g) => g.criteria.map((c) => c.id));
    return new Set(ids).size === ids.length && frame.bands.every((band) => band.full?.every((id) => ids.includes(id)) ?? true);
  }, 'two criteria with one id, or a band that asks for a criterion that is not there'),
);

/** [PACK-8] Types of document under one rule of layout: ids and codes are unique, each says whether a cell may issue it. */
export const DocumentRulesSchema = v.pipe(
  v.object({
    id: text,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    basis: text,
    status,
    effectiveFrom: v.pipe(v.string(), v.isoDate()),
    types: v.array(v.object({ id: text, code: text, label: text, cellMayIssue: v.boolean(), ...sourced })),
  }),
  v.check(({ types }) => new Set(types.map(({ id }) => id)).size === types.length && new Set(types.map(({ code }) => code)).size === types.length, 'two types with one id or code'),
);

const unique = (list: readonly { id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;
const appraisalForm = v.pipe(
  v.object({
    id: text,
    kind: v.picklist(FORM_KINDS),
    label: text,
    hint: v.optional(text),
    sections: v.pipe(v.array(v.object({ id: text, label: text, hint: v.optional(text), optional: v.optional(v.boolean()), help: v.optional(v.picklist(SECTION_HELP)), ...sourced })), v.minLength(1)),
    points: v.optional(v.array(v.object({ id: text, label: text, max: count, ...sourced }))),
    ...sourced,
  }),
  v.check(({ sections, points }) => unique(sections) && unique(points ?? []), 'a form with two sections or groups of one id'),
);

/** [PACK-9] Forms of the yearly review: one of each kind, sections and groups of points with ids of their own, bands that fall and end at 0. */
export const AppraisalRulesSchema = v.pipe(
  v.object({
    id: text,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    basis: text,
    status,
    effectiveFrom: v.pipe(v.string(), v.isoDate()),
    forms: v.array(appraisalForm),
    bands: v.optional(v.object({ grades: v.array(v.object({ grade: v.picklist(YEAR_GRADES), min: count })), ...sourced })),
  }),
  v.check(({ forms }) => unique(forms) && FORM_KINDS.every((kind) => forms.filter((form) => form.kind === kind).length === 1), 'not one form of each kind'),
  v.check(({ bands }) => !bands || (bands.grades.every((band, i) => i === 0 || band.min < bands.grades[i - 1]!.min) && bands.grades.at(-1)?.min === 0), 'bands must fall and end at 0'),
);

/** Checks a procedure pack. @throws valibot's ValiError naming the path of the first fault. */
export const parseProcedure = (data: unknown): Procedure => v.parse(ProcedureSchema, data) as Procedure;
/** Checks a scoring frame. @throws valibot's ValiError naming the path of the first fault. */
export const parseFrame = (data: unknown): Frame => v.parse(FrameSchema, data) as Frame;
