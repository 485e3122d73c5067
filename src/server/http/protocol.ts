import type { IncomingHttpHeaders } from 'node:http';
import { OLDEST_PROTOCOL, PROTOCOL_HEADER, PROTOCOL_VERSION } from '@/protocol';
import { Refusal } from '../refusal';

const versionIn = (headers: IncomingHttpHeaders): number | null => {
  const sent = headers[PROTOCOL_HEADER];
  return typeof sent === 'string' && /^\d{1,6}$/.test(sent) ? Number(sent) : null;
};

/**
 * [PROTO-1] The protocol that the client speaks must be one that this server speaks.
 * @throws Refusal clientTooOld, clientTooNew, invalid (400) when the header is missing or no number
 */
export function requireProtocol(headers: IncomingHttpHeaders, mayBeMissing: boolean): void {
  if (headers[PROTOCOL_HEADER] === undefined && mayBeMissing) return;
  const version = versionIn(headers);
  if (version === null) throw new Refusal('invalid', { path: PROTOCOL_HEADER, status: 400 });
  if (version < OLDEST_PROTOCOL) throw new Refusal('clientTooOld');
  if (version > PROTOCOL_VERSION) throw new Refusal('clientTooNew');
}

/** The protocol that the client speaks; the oldest where it does not say. */
export const protocolOf = (headers: IncomingHttpHeaders): number => versionIn(headers) ?? OLDEST_PROTOCOL;
