import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let folder: string;
const PAGE = '<!doctype html><title>Sổ Chi bộ</title>';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'app-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  const files = { 'index.html': PAGE, 'sw.js': 'self', 'manifest.webmanifest': '{}', 'assets/index-abc123.js': 'export {}', '.vite/manifest.json': '{}', 'v1x.txt': 'x' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  org = await openOrg({ appDir: folder });
});
afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true });
});
const get = (url: string, accept = '*/*') => org.app.inject({ method: 'GET', url, headers: { accept } });

describe('the app from the server', () => {
  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/assets/index-abc123.js', 'public, max-age=31536000, immutable'],
  ])('%s is kept as %s', async (url, cache) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, cache]);
    expect(answer.headers.etag).toBeDefined();
  });

  it('the worker and the manifest have their types', async () => {
    expect((await get('/sw.js')).headers['content-type']).toMatch(/javascript/);
    expect((await get('/manifest.webmanifest')).headers['content-type']).toMatch(/application\/manifest\+json/);
  });

  it.each(['/hom-nay', '/cuoc-hop/abc/buoc/3?x=1', '/cap-uy/vao', '/v1x'])('a person who opens %s gets the app', async (url) => {
    const answer = await get(url, 'text/html,application/xhtml+xml');
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, PAGE, 'no-cache']);
  });

  it.each(['/assets/index-gone.js', '/hom-nay', '/.vite/manifest.json', '/..%2f..%2fetc/passwd', '/%2e%2e/package.json'])('a program that asks for %s gets no page', async (url) => {
    const answer = await get(url);
    expect(answer.body).not.toContain('doctype');
    expect([404, 403, 400]).toContain(answer.statusCode);
    expect(answer.json().error.code).toMatch(/notFound|invalid/);
  });

  it('says in plain words that the app is not built', async () => {
    const bare = await openOrg({ appDir: null });
    const answer = await bare.app.inject({ method: 'GET', url: '/', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(answer.body).toContain('npm run build');
    expect((await bare.call('GET', '/v1/status')).statusCode).toBe(200);
    await bare.close();
  });

  it.each(['/', '/v1/status', '/v1/nothing', '/assets/index-abc123.js'])('[SEC-1] %s carries the strict headers', async (url) => {
    const { headers } = await get(url);
    expect(headers['content-security-policy']?.toString().split(';').map((part) => part.trim()).sort()).toEqual(
      [
        "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
        "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
      ].sort(),
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
    expect(headers['permissions-policy']).toMatch(/camera=\(self\).*geolocation=\(\)/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('[SEC-2] what the API answers is kept by nobody', async () => {
    for (const url of ['/v1/status', '/v1/nothing', '/v1/devices']) expect((await org.call('GET', url)).headers['cache-control']).toBe('no-store');
  });
});
