import { toJsonSchema } from '@valibot/to-json-schema';
import * as protocol from '@/protocol';
import type { ErrorCode } from '@/protocol';
import { STATUS } from './errors';
import type { AnyRoute, Schema } from './route';
import { SESSION_COOKIE } from './session';

type Json = Record<string, unknown>;

/** The schemas of the wire that have a name of their own in the document. */
const NAMED: ReadonlyMap<Schema, string> = new Map(
  Object.entries(protocol).flatMap(([name, value]): [Schema, string][] =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema' ? [[value as unknown as Schema, name]] : [],
  ),
);
const definitions = Object.fromEntries([...NAMED].map(([schema, name]) => [name, schema])) as unknown as NonNullable<Parameters<typeof toJsonSchema>[1]>['definitions'];

/** One schema as JSON Schema; the named ones inside it become references. */
function jsonSchema(schema: Schema, { whole = false } = {}): Json {
  const name = NAMED.get(schema);
  if (name !== undefined && !whole) return { $ref: `#/components/schemas/${name}` };
  const converted = toJsonSchema(schema as Parameters<typeof toJsonSchema>[0], {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What JSON Schema cannot say (a real calendar date) is said in SPEC.md and checked by the server.
    errorMode: 'ignore',
    ...(definitions ? { definitions } : {}),
    overrideSchema: ({ valibotSchema }) => {
      const inner = valibotSchema === (schema as unknown) ? undefined : NAMED.get(valibotSchema as unknown as Schema);
      return inner === undefined ? undefined : ({ $ref: `#/components/schemas/${inner}` } as never);
    },
  }) as Json;
  const { $schema: _schema, $defs: _defs, ...rest } = converted;
  return rest;
}

/** What any route can answer. */
const ALWAYS: readonly ErrorCode[] = ['tooManyRequests', 'internal'];

function refusalsOf(spec: AnyRoute): ErrorCode[] {
  const codes = new Set<ErrorCode>([...spec.refuses, ...ALWAYS, 'clientTooOld', 'clientTooNew']);
  if (spec.who !== 'anyone') codes.add('unauthorized');
  if (spec.body) codes.add('tooLarge');
  if (spec.body || spec.query || spec.params || spec.anyProtocol !== true) codes.add('invalid');
  return [...codes];
}

function answersOf(spec: AnyRoute): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalsOf(spec)) byStatus.set(STATUS[code], [...(byStatus.get(STATUS[code]) ?? []), code]);
  const content = { 'application/json': { schema: jsonSchema(protocol.ErrorBody as unknown as Schema) } };
  const refusals = [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), { description: codes.sort().join(', '), content }]);
  return { '200': { description: 'Done.', content: { 'application/json': { schema: jsonSchema(spec.answer) } } }, ...Object.fromEntries(refusals) as Json };
}

function parametersOf(spec: AnyRoute): Json[] {
  const part = (schema: Schema | undefined, where: 'path' | 'query'): Json[] => {
    const { properties = {}, required = [] } = (schema ? jsonSchema(schema) : {}) as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({ name, in: where, required: required.includes(name), schema: inner }));
  };
  const header = { name: protocol.PROTOCOL_HEADER, in: 'header', required: spec.anyProtocol !== true, schema: { type: 'integer' } };
  return [...part(spec.params, 'path'), ...part(spec.query, 'query'), header];
}

/** A path as OpenAPI writes it. */
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** [PROTO-4] The OpenAPI 3.1 document of these routes, from the schemas that they check by. */
export function openApi(routes: readonly AnyRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const spec of routes) {
    const path = openApiPath(spec.path);
    paths[path] = {
      ...paths[path],
      [spec.method.toLowerCase()]: {
        summary: spec.summary,
        operationId: `${spec.method.toLowerCase()}${spec.path.replace(/^\/v1/, '').replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
        security: spec.who === 'anyone' ? [] : [{ [spec.who]: [] }],
        parameters: parametersOf(spec),
        ...(spec.body ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(spec.body) } } } } : {}),
        responses: answersOf(spec),
      },
    };
  }
  const schemas = Object.fromEntries([...NAMED].map(([schema, name]) => [name, jsonSchema(schema, { whole: true })]));
  return {
    openapi: '3.1.0',
    info: { title: 'So Chi bo', version: String(protocol.PROTOCOL_VERSION), description: 'The wire contract in words: src/protocol/SPEC.md.' },
    paths,
    components: {
      schemas,
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'Token from activate or join.' },
        committee: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by sign-in; over https its name begins with __Host-.' },
      },
    },
  };
}
