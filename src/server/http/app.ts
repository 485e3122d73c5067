import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify';
import { MAX_BODY_BYTES } from '@/protocol';
import type { Context } from '../context';
import { bodyRoutes } from './bodies';
import { committeeRoutes } from './committee';
import { deviceRoutes } from './devices';
import { directiveRoutes } from './directives';
import { fileRoutes } from './files';
import { answerErrors, errorForLog, refusalOf, sendRefusal } from './errors';
import { strictHeaders } from './headers';
import { healthRoutes } from './health';
import { escrowRoutes } from './escrow';
import { openMetrics } from '../metrics';
import { keyringRoutes } from './keyring';
import { countRequests, type Limits } from './limits';
import { metricsRoute } from './metrics';
import { personRoutes } from './persons';
import type { AnyRoute } from './route';
import { serveRoute } from './serve-route';
import { signInRoutes } from './sign-in';
import { answerGarbage } from './socket-errors';
import { serveApp } from './static';
import { statusRoutes } from './status';
import { submissionRoutes } from './submissions';
import { vaultRoutes } from './vault';

/** What an app is built from; tests hand in their own clock and limits. */
export interface AppOptions extends Context {
  /** Where people reach the server, when that differs from where it listens; https makes cookies secure. */
  readonly publicUrl?: string | undefined;
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
  readonly logLevel?: string;
  /** Where the log goes, line by line; standard output when left out. */
  readonly logTo?: { write(line: string): void };
  /** The built app's folder; null when there is none. */
  readonly appDir?: string | null;
  readonly limits?: Limits;
  /** Who shows it may read `/metrics`; without one only this machine may. */
  readonly metricsToken?: string | undefined;
  /** How long a client may take, ms; tests let it take less. */
  readonly patience?: Patience;
  /** Told of every route that is registered. */
  readonly onRoute?: (route: RouteOptions) => void;
}

/** How long a client may take for its headers, and for the whole of a request; and how often that is looked at. In ms. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  readonly look: number;
}

/** [SEC-3] A phone on a thin line takes minutes for a mebibyte; nobody takes half a minute for headers. */
const PATIENCE: Patience = { headers: 20_000, request: 300_000, look: 5_000 };
const LIMITS: Limits = { entry: 20, other: 1200 };

/** Every route of the contract. */
export function routesOf(ctx: Context, publicUrl: string | undefined): AnyRoute[] {
  const routes: AnyRoute[] = [];
  routes.push(...statusRoutes(ctx, () => routes), ...deviceRoutes(ctx), ...keyringRoutes(ctx), ...escrowRoutes(ctx), ...vaultRoutes(ctx), ...fileRoutes(ctx), ...submissionRoutes(ctx), ...directiveRoutes(ctx), ...signInRoutes(ctx, publicUrl), ...personRoutes(ctx), ...committeeRoutes(ctx), ...bodyRoutes(ctx));
  return routes;
}

/** The HTTP server, ready for `listen` or `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { publicUrl, logLevel = 'silent', logTo, appDir = null, limits = LIMITS, trustProxy = false, patience = PATIENCE } = options;
  const app = Fastify({
    // [LOG] No bodies, tokens, names or addresses with codes: a request is its route's pattern and its outcome.
    logger: {
      level: logLevel,
      serializers: { err: errorForLog as never, req: () => undefined as never, res: () => undefined as never },
      ...(logTo ? { stream: logTo } : {}),
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: patience.request,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.look },
    exposeHeadRoutes: false,
    trustProxy,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (error, _request, reply) => void sendRefusal(reply, refusalOf(error)),
    clientErrorHandler: answerGarbage,
  });
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  app.removeContentTypeParser('text/plain');
  const metrics = openMetrics(options);
  answerErrors(app, metrics.refused);
  logOutcomes(app);
  await strictHeaders(app, publicUrl);
  await app.register(cookie);
  await app.register(compress, { globalDecompression: false, threshold: 1024 });
  const count = await countRequests(app, limits);
  healthRoutes(app, options);
  metricsRoute(app, metrics, options.metricsToken);
  for (const spec of routesOf(options, publicUrl)) serveRoute(app, options, spec, count[spec.limit ?? 'other'], publicUrl, metrics.outcome);
  await serveApp(app, appDir);
  return app;
}

function logOutcomes(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const log: FastifyBaseLogger = request.log;
    log.info({ method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}
