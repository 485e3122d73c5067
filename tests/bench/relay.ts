/** Stands in a line and counts what passes, both ways, heads included: the same for every side. */
import { connect, createServer, type AddressInfo } from 'node:net';

export interface Relay {
  readonly url: string;
  /** Bytes since the last call. */
  taken(): number;
  close(): Promise<void>;
}

export function startRelay(port: number): Promise<Relay> {
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.on('data', (chunk: Buffer) => (bytes += chunk.length));
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  const taken = (): number => {
    const now = bytes;
    bytes = 0;
    return now;
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const close = (): Promise<void> => new Promise((done) => server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, close });
    });
  });
}
