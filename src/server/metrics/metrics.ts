import { instantAfter, type Context } from '../context';
import { devicesHeardOf } from '../store';
import { Registry } from './registry';

/** How long what is counted in the database is good, ms: who asks often does not make the database work often. */
const FRESH = 60_000;
const DAY = 24 * 60 * 60_000;

/** What one process measures of itself. */
export interface Metrics {
  readonly request: (of: { method: string; route: string; status: number; seconds: number }) => void;
  /** A route's answer, or the name of its refusal. */
  readonly outcome: (route: string, answer: unknown) => void;
  readonly refused: (route: string, code: string) => void;
  readonly text: () => Promise<string>;
}

/** [MET-2] Begins to measure: the requests, what became of batches and documents, the wait for the database. */
export function openMetrics(ctx: Context): Metrics {
  const registry = new Registry();
  registry.describe('so_requests_total', 'counter', 'Requests by route pattern and status.');
  registry.describe('so_request_seconds', 'histogram', 'How long requests took.');
  registry.describe('so_refusals_total', 'counter', 'Refusals by their name.');
  registry.describe('so_batches_total', 'counter', 'Sealed batches by what became of them.');
  registry.describe('so_documents_total', 'counter', 'Documents by what became of them.');
  registry.describe('so_database_wait_seconds', 'histogram', 'How long a write waited for its turn.');
  registry.describe('so_database_retries_total', 'counter', 'Writes done again because another was in the way.');
  registry.describe('so_devices', 'gauge', 'Devices that are let in, by when they were last heard of.');
  registry.describe('process_resident_memory_bytes', 'gauge', 'Memory of the process.');
  registry.describe('process_uptime_seconds', 'gauge', 'How long the process has run.');
  ctx.store.watch({ waited: (seconds) => registry.took('so_database_wait_seconds', seconds), again: () => registry.add('so_database_retries_total') });
  const devices = deviceGauge(ctx, registry);
  return {
    request: ({ method, route, status, seconds }) => {
      registry.add('so_requests_total', { method, route, status });
      registry.took('so_request_seconds', seconds, { route });
    },
    outcome: (route, answer) => countOutcome(registry, route, answer),
    refused: (route, code) => {
      registry.add('so_refusals_total', { code });
      if (route === '/v1/submissions') registry.add('so_documents_total', { outcome: code });
    },
    text: async () => {
      await devices();
      registry.set('process_resident_memory_bytes', process.memoryUsage.rss());
      registry.set('process_uptime_seconds', Math.round(process.uptime()));
      return registry.text();
    },
  };
}

function countOutcome(registry: Registry, route: string, answer: unknown): void {
  if (route === '/v1/vault/push') {
    for (const result of (answer as { results?: { state: string; reason?: string }[] }).results ?? []) registry.add('so_batches_total', { outcome: result.reason ?? result.state });
  }
  if (route === '/v1/submissions') registry.add('so_documents_total', { outcome: (answer as { state: string }).state });
}

function deviceGauge({ store, now }: Context, registry: Registry): () => Promise<void> {
  let asked = -Infinity;
  return async () => {
    const at = now();
    if (at.getTime() - asked < FRESH) return;
    asked = at.getTime();
    for (const [heard, days] of [['day', 1], ['week', 7], ['month', 31]] as const) registry.set('so_devices', await devicesHeardOf(store.db, instantAfter(at, -days * DAY)), { heard });
    registry.set('so_devices', await devicesHeardOf(store.db, ''), { heard: 'ever' });
  };
}
