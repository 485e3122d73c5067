/** Values that a JSON Schema allows, and values that it does not. */
import fc from 'fast-check';
import type { Chance } from './chance';

export type Schema = Record<string, unknown>;

/** What has brought servers down before. */
const TRICKS = [
  "' or '1'='1", "'; drop table cells; --", "%' union select value from meta --", '\u0000', 'a\u0000b', '\ud800', '../../../etc/passwd', '..%2f..%2fmeta', '%00', '__proto__', 'constructor', 'toString',
  '${7*7}', '{{7*7}}', '<script>alert(1)</script>', 'Đảng ủy \u0301\u0323', '\u202e', '-1', '1e309', 'NaN', '9007199254740993', '2026-02-30', '0000-00-00', '', ' ', 'x'.repeat(5000), '😀'.repeat(300), '\r\nx-so-protocol: 9', 'null',
];
const NUMBERS = [-1, 0, 1, 0.5, -0, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308, 1e-320, Number.MAX_SAFE_INTEGER, 99_999_999];

const matching = new Map<string, string[]>();
/** A few texts of a pattern; the same ones in every run. */
function textsOf(pattern: string): string[] {
  const known = matching.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed: 1, numRuns: 8 });
  matching.set(pattern, known);
  return known;
}

const FORMATS: Record<string, string[]> = { date: ['2026-03-01', '2026-12-31', '1999-02-28'], 'date-time': ['2026-03-01T02:00:00.000Z'], email: ['a@b.vn'], uri: ['https://a.vn/x'], time: ['07:30'], uuid: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'] };

/** A value as the schema has it; `known` are ids that stand somewhere in the data. */
export function allowed(schema: Schema, chance: Chance, known: readonly string[], depth = 0): unknown {
  const one = (inner: unknown): unknown => allowed((inner ?? {}) as Schema, chance, known, depth + 1);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return chance.pick(schema['enum']);
  const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (options) return one(chance.pick(options));
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...schema['allOf'].map((inner) => one(inner) as object));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, chance, one, depth);
    case 'array':
      return arrayOf(schema, chance, one);
    case 'string':
      return textOf(schema, chance, known);
    case 'integer':
    case 'number': {
      const [least, most] = [Number(schema['minimum'] ?? 0), Number(schema['maximum'] ?? 400)];
      return chance.pick([least, least + chance.upTo(Math.max(1, Math.min(most, least + 50) - least + 1)), Math.min(most, least + 1)]);
    }
    case 'boolean':
      return chance.oneIn(2);
    case 'null':
      return null;
    default:
      return chance.pick<unknown>(['x', 1, null, {}, []]);
  }
}

function objectOf(schema: Schema, chance: Chance, one: (inner: unknown) => unknown, depth: number): unknown {
  const required = new Set((schema['required'] ?? []) as string[]);
  const entries = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).filter(([name]) => required.has(name) || (depth < 6 && chance.oneIn(2)));
  return Object.fromEntries(entries.map(([name, inner]) => [name, one(inner)]));
}

function arrayOf(schema: Schema, chance: Chance, one: (inner: unknown) => unknown): unknown {
  const prefix = (schema['prefixItems'] ?? []) as unknown[];
  const least = Number(schema['minItems'] ?? 0);
  const most = Math.min(Number(schema['maxItems'] ?? 3), least + 3);
  const count = prefix.length > 0 ? 0 : least + chance.upTo(most - least + 1);
  return [...prefix.map(one), ...Array.from({ length: count }, () => one(schema['items']))];
}

function textOf(schema: Schema, chance: Chance, known: readonly string[]): string {
  const pattern = schema['pattern'] as string | undefined;
  if (pattern !== undefined) {
    const fitting = known.filter((id) => new RegExp(pattern, 'u').test(id));
    return fitting.length > 0 && !chance.oneIn(3) ? chance.pick(fitting) : chance.pick(textsOf(pattern));
  }
  const format = FORMATS[String(schema['format'])];
  if (format) return chance.pick(format);
  if (schema['contentEncoding'] === 'base64') return chance.pick(['AAAA', 'aGVsbG8=', '']);
  const text = chance.pick(['Tên', 'x', 'Máy của tôi', ...known, chance.pick(TRICKS), 'AAAA', 'QUJDRA==']);
  const [least, most] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? 1000)];
  return text.padEnd(least, 'a').slice(0, most);
}

/** Something in the value becomes something else. */
export function spoiled(value: unknown, chance: Chance, known: readonly string[]): unknown {
  if (Array.isArray(value) && value.length > 0 && !chance.oneIn(4)) {
    const at = chance.upTo(value.length);
    return value.map((item, index) => (index === at ? spoiled(item, chance, known) : item));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && !chance.oneIn(6)) {
    const name = chance.pick(Object.keys(value));
    const record = value as Record<string, unknown>;
    if (chance.oneIn(6)) return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
    if (chance.oneIn(6)) return { ...record, [chance.pick(['extra', 'cell', 'committee', '__proto_', ...TRICKS.slice(0, 4)])]: wild(chance, known) };
    return { ...record, [name]: spoiled(record[name], chance, known) };
  }
  return wild(chance, known);
}

/** Anything at all. */
export function wild(chance: Chance, known: readonly string[]): unknown {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  return chance.pick<() => unknown>([
    () => chance.pick(TRICKS),
    () => chance.pick(TRICKS),
    () => chance.pick(known),
    () => chance.pick(NUMBERS),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => deep(500),
    () => Array.from({ length: 300 }, () => 1),
    () => ({ toString: 'x', valueOf: null, length: 3 }),
  ])();
}

/** A piece of an address. */
export const trick = (chance: Chance): string => chance.pick(TRICKS);
