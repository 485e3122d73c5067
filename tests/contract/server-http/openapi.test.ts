import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, openApiPath } from '@/server/http';
import { openOrg, type OrgWithApp } from '../../support/org';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown>; security: Record<string, unknown>[] }>>;
  components: { schemas: Record<string, { type?: string; required?: string[] }>; securitySchemes: Record<string, unknown> };
}
let org: OrgWithApp;
let document: Document;
beforeAll(async () => {
  org = await openOrg();
  document = (await org.call('GET', '/v1/openapi.json', { protocol: null })).json();
});
afterAll(() => org.close());

describe('[PROTO-4] the OpenAPI document', () => {
  it('has every route that is served under /v1, and no other', async () => {
    const served: string[] = [];
    // The hook sees every route registered after it, so an app of its own is built around it.
    const app = await buildApp({ ...org.ctx, onRoute: ({ method, url }) => served.push(...[method].flat().map((one) => `${one} ${openApiPath(url)}`)) });
    await app.close();
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(served.filter((line) => line.includes(' /v1')).sort()).toEqual(described.sort());
    expect(described.length).toBeGreaterThan(10);
  });

  it('is version 3.1, its operations have distinct names, and every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(names).size).toBe(names.length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('nameless');
  });

  it('says who is let in and which refusals come', () => {
    const push = document.paths['/v1/vault/push']?.['post'];
    expect(push?.security).toEqual([{ device: [] }]);
    expect(Object.keys(push?.responses ?? {})).toEqual(['200', '400', '401', '413', '422', '426', '429', '500']);
    expect(document.paths['/v1/committee/overview']?.['get']?.security).toEqual([{ committee: [] }]);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['committee', 'device']);
  });

  it('carries the schemas that the server checks by', () => {
    expect(document.components.schemas['MeetingRecord']?.required).toContain('attendance');
    expect(document.components.schemas['PushRequest']).toMatchObject({ properties: { batches: { minItems: 1, maxItems: 50 } } });
  });
});
