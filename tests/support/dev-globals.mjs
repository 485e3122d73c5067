// What the build writes into the server, for a server that runs from source.
import { readFileSync } from 'node:fs';

globalThis.__APP_VERSION__ = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
