import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';

/** For whoever watches over the process: it lives; it can do its work. */
export function healthRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (request, reply) => {
    try {
      await ctx.store.ping();
      return { ok: true };
    } catch (error) {
      request.log.error({ err: error }, 'database does not answer');
      return reply.code(503).send({ ok: false });
    }
  });
}
