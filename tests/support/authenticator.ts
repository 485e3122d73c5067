/** A passkey in software (ES256), for tests of the server: makes and answers as a browser would, or wrongly where a test says so. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Json = Record<string, unknown>;
const url = (data: Buffer | string): string => Buffer.from(data).toString('base64url');
const sha = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const head = (major: number, length: number): Buffer => (length < 24 ? Buffer.from([major + length]) : length < 256 ? Buffer.from([major + 24, length]) : Buffer.from([major + 25, length >> 8, length & 255]));
const bytes = (data: Buffer): Buffer => Buffer.concat([head(0x40, data.length), data]);
const text = (data: string): Buffer => Buffer.concat([head(0x60, data.length), Buffer.from(data)]);

export interface Wrong {
  origin?: string;
  rpId?: string;
  /** No finger, face or code. */
  unverified?: boolean;
  challenge?: string;
  counter?: number;
}

export function newPasskey(origin = 'http://localhost', rpId = 'localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  const client = (type: string, challenge: unknown, wrong: Wrong): string => JSON.stringify({ type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? origin, crossOrigin: false });
  const data = (wrong: Wrong, extra: Buffer = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    const flags = 0x01 | (wrong.unverified ? 0 : 0x04) | (extra.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha(wrong.rpId ?? rpId), Buffer.from([flags]), count, extra]);
  };
  const answer = (response: Json): Json => ({ id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {}, response });
  return {
    id: url(id),
    make(options: Json, wrong: Wrong = {}): Json {
      const cose = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const object = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data(wrong, attested))]);
      return answer({ clientDataJSON: url(client('webauthn.create', options['challenge'], wrong)), attestationObject: url(object), transports: ['internal'] });
    },
    sign(options: Json, wrong: Wrong = {}): Json {
      counter += 1;
      const clientData = client('webauthn.get', options['challenge'], wrong);
      const authenticatorData = data(wrong);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha(clientData)]), privateKey);
      return answer({ clientDataJSON: url(clientData), authenticatorData: url(authenticatorData), signature: url(signature) });
    },
  };
}
