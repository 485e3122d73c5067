import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as protocol from '@/protocol';
import type { Schema } from './route';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** JSON Schemas of some routes: the wire's named schemas, and a way to refer to any schema of these routes. */
export interface JsonSchemas {
  /** By name, for `components.schemas`. */
  readonly named: Record<string, JsonObject>;
  /** A reference when the schema has a name, otherwise the schema itself. */
  of(schema: Schema): JsonObject;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
/** The schemas that the protocol exports, by their names there. */
const NAMED: ReadonlyMap<Schema, string> = new Map(Object.entries(protocol).flatMap(([name, value]): [Schema, string][] => (isSchema(value) ? [[value, name]] : [])));

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** Converts the protocol's schemas and those of the routes that have no name of their own. */
export function jsonSchemas(nameless: readonly Schema[]): JsonSchemas {
  const ids = new Map([...NAMED, ...nameless.filter((schema) => !NAMED.has(schema)).map((schema, index): [Schema, string] => [schema, `nameless${index}`])]);
  type Definitions = Parameters<typeof toJsonSchemaDefs>[0];
  const definitions = Object.fromEntries([...ids].map(([schema, id]) => [id, schema])) as unknown as Definitions;
  const converted = toJsonSchemaDefs(definitions, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What JSON Schema cannot say (a real calendar date) is said in SPEC.md and checked by the server.
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => refTo(referenceId),
  }) as Record<string, JsonObject>;
  return {
    named: Object.fromEntries([...NAMED.values()].sort().map((name) => [name, converted[name] ?? {}])),
    of: (schema) => {
      const name = NAMED.get(schema);
      return name === undefined ? (converted[ids.get(schema) ?? ''] ?? {}) : { $ref: refTo(name) };
    },
  };
}
