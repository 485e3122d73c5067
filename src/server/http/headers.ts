import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '@/protocol';

const OWN = ["'self'"];
const NONE = ["'none'"];

/** [PRIV-3] The page may load from its own server and nowhere else; no inline script or style; nobody may frame it. */
const CSP = {
  defaultSrc: NONE,
  // Argon2id is WebAssembly.
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: OWN,
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: OWN,
  connectSrc: OWN,
  workerSrc: OWN,
  manifestSrc: OWN,
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: NONE,
};

const ALLOWED = ['camera', 'microphone', 'fullscreen', 'screen-wake-lock', 'publickey-credentials-get', 'publickey-credentials-create'];
const DENIED = ['accelerometer', 'autoplay', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'];
const PERMISSIONS = [...ALLOWED.map((name) => `${name}=(self)`), ...DENIED.map((name) => `${name}=()`)].join(', ');

/** Strict headers on every answer. */
export async function strictHeaders(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    hsts: publicUrl?.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    reply.header(PROTOCOL_HEADER, String(PROTOCOL_VERSION));
  });
}
