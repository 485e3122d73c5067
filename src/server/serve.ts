import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { tidyDaily } from './care';
import { SettingError, type Config } from './config';
import { firstData } from './first-data';
import { addressesOf, greeting } from './greeting';
import { buildApp, findApp } from './http';
import { HOST_FOREIGN, PORT_TAKEN, SETTING_PROBLEMS, START } from './messages';
import { openContext } from './open';

/** How long requests under way may take after the signal to stop, in milliseconds. */
const GRACE = 10_000;

/**
 * Opens the data, listens, greets, and stops on SIGTERM or SIGINT: no new connections, requests under way finish, the data is closed.
 * @param main address of the main file, from which the built app is found
 * @returns once it listens
 * @throws SettingError
 */
export async function serve(config: Config, main: string, print: (line: string) => void): Promise<void> {
  const ctx = await openContext(config);
  const appDir = findApp(main);
  let app: FastifyInstance | undefined;
  try {
    const owner = await firstData(ctx, config);
    app = await buildApp({ ...ctx, filesPerCell: config.filesPerCell, publicUrl: config.publicUrl, trustProxy: config.trustProxy, metricsToken: config.metricsToken, logLevel: config.logLevel, appDir });
    await listen(app, config);
    const { log } = app;
    const stopTidying = tidyDaily(ctx, config.keepEnded, (error) => log.error({ err: error }, 'tidying failed'));
    stopOnSignal(app, () => (stopTidying(), ctx.store.close()), print);
    const address = app.server.address() as AddressInfo;
    for (const line of await greeting(ctx, owner, addressesOf(config, address), appDir !== null)) print(line);
  } catch (error) {
    await app?.close();
    await ctx.store.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new SettingError('PORT', PORT_TAKEN(port));
    if (code === 'EACCES') throw new SettingError('PORT', `${SETTING_PROBLEMS.PORT} (EACCES)`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') throw new SettingError('HOST', HOST_FOREIGN);
    throw error;
  }
}

function stopOnSignal(app: FastifyInstance, closeStore: () => Promise<void>, print: (line: string) => void): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // A connection that was busy when the signal came is kept alive after its answer, and would hold the end up.
    const tidy = setInterval(() => app.server.closeIdleConnections(), 50);
    setTimeout(() => app.server.closeAllConnections(), GRACE).unref();
    setTimeout(() => process.exit(1), 2 * GRACE).unref();
    await app.close();
    clearInterval(tidy);
    await closeStore();
    print(START.stopped);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        app.log.error({ err: error }, 'stop failed');
        process.exit(1);
      });
    });
  }
}
