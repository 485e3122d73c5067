import { ErrorBody, PROTOCOL_HEADER, PROTOCOL_VERSION, type ErrorCode } from '@/protocol';
import { STATUS } from './errors';
import { jsonSchemas, type JsonObject, type JsonSchemas } from './json-schema';
import type { AnyRoute, Schema } from './route';
import { SESSION_COOKIE } from './session';

/** The refusals that a route can give: its own and those of every route like it. */
export function refusalsOf({ refuses, who, needs, body, query, params, anyProtocol }: AnyRoute): ErrorCode[] {
  const codes = new Set<ErrorCode>([...refuses, 'clientTooOld', 'clientTooNew', 'tooManyRequests', 'internal']);
  if (who !== 'anyone') codes.add('unauthorized');
  if (who === 'device') codes.add('revoked');
  if (needs && needs.may !== 'newcomer') codes.add('credentialNeeded');
  if (needs && !['newcomer', 'person'].includes(needs.may)) codes.add('permissionNeeded');
  if (needs?.confirmed) codes.add('confirmNeeded');
  if (body) codes.add('tooLarge');
  if (body || query || params || anyProtocol !== true) codes.add('invalid');
  return [...codes];
}

function answersOf(spec: AnyRoute, schemas: JsonSchemas): JsonObject {
  const byStatus = new Map<number, ErrorCode[]>();
  const note = (status: number, code: ErrorCode): void => void byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const code of refusalsOf(spec)) {
    note(STATUS[code], code);
    // No JSON at all, or no protocol header: refused before any schema.
    if (code === 'invalid') note(400, code);
  }
  const content = { 'application/json': { schema: schemas.of(ErrorBody) } };
  const refusals = [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), { description: codes.sort().join(', '), content }]);
  return { '200': { description: 'Done.', content: { 'application/json': { schema: schemas.of(spec.answer) } } }, ...(Object.fromEntries(refusals) as JsonObject) };
}

function parametersOf({ params, query, anyProtocol }: AnyRoute, schemas: JsonSchemas): JsonObject[] {
  const part = (schema: Schema | undefined, where: 'path' | 'query'): JsonObject[] => {
    const { properties = {}, required = [] } = (schema ? schemas.of(schema) : {}) as { properties?: JsonObject; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({ name, in: where, required: required.includes(name), schema: inner }));
  };
  const header = { name: PROTOCOL_HEADER, in: 'header', required: anyProtocol !== true, schema: { type: 'integer' } };
  return [...part(params, 'path'), ...part(query, 'query'), header];
}

/** A path as OpenAPI writes it. */
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function operation(spec: AnyRoute, schemas: JsonSchemas): JsonObject {
  const words = spec.path.replace(/^\/v1/, '').split(/\W+/).filter(Boolean);
  return {
    summary: spec.summary,
    operationId: spec.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    security: spec.who === 'anyone' ? [] : [{ [spec.who]: [] }],
    parameters: parametersOf(spec, schemas),
    ...(spec.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(spec.body) } } } } : {}),
    responses: answersOf(spec, schemas),
  };
}

/** [PROTO-4] The OpenAPI 3.1 document of these routes, from the schemas that they check by. */
export function openApi(routes: readonly AnyRoute[]): JsonObject {
  const schemas = jsonSchemas(routes.flatMap(({ params, query, body, answer }) => [params, query, body, answer].filter((schema) => schema !== undefined)));
  const paths: Record<string, JsonObject> = {};
  for (const spec of routes) {
    const path = openApiPath(spec.path);
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(spec, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'So Chi bo', version: String(PROTOCOL_VERSION), description: 'The wire contract in words: src/protocol/SPEC.md.' },
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'Token from activate or join.' },
        committee: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by sign-in; over https its name begins with __Host-.' },
      },
    },
  };
}
