// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPasskey, makePasskey, passkeysPossible } from './authenticator';
import type { Bytes } from './bytes';

const OUTPUT = new Uint8Array(32).fill(7);
const credential = (prf: unknown) => ({ rawId: new Uint8Array([1, 2, 3, 250]).buffer, getClientExtensionResults: () => (prf === undefined ? {} : { prf }) });
const fails = (name: string) => Promise.reject(new DOMException('', name));
const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();
const dropped = vi.fn<(what: unknown) => Promise<void>>(async () => undefined);
const abilities = vi.fn<() => Promise<Record<string, boolean>>>(async () => ({ 'extension:prf': true }));
const salt = new Uint8Array(32) as Bytes;

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', { signalUnknownCredential: dropped, getClientCapabilities: abilities, isUserVerifyingPlatformAuthenticatorAvailable: async () => true });
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create, get } });
  Object.defineProperty(window, 'location', { configurable: true, value: { hostname: 'so.example' } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('an authenticator', () => {
  it('[KEY-31] is asked for this machine, this host and its owner, and for nothing that names the cell', async () => {
    create.mockResolvedValueOnce(credential({ enabled: true, results: { first: OUTPUT.buffer } }));
    const made = await makePasskey('Sổ Chi bộ');
    const { publicKey } = create.mock.calls[0]![0];
    expect(publicKey).toMatchObject({
      rp: { id: 'so.example' },
      user: { name: 'Sổ Chi bộ', displayName: 'Sổ Chi bộ' },
      authenticatorSelection: { authenticatorAttachment: 'platform', residentKey: 'preferred', userVerification: 'required' },
    });
    expect((publicKey!.extensions!.prf!.eval!.first as Uint8Array).join()).toBe(made.salt.join());
    expect(made).toMatchObject({ output: OUTPUT, credential: new Uint8Array([1, 2, 3, 250]) });
    expect(get).not.toHaveBeenCalled();
  });

  it('[KEY-31] that derives nothing while it makes a passkey is asked once more', async () => {
    create.mockResolvedValueOnce(credential({ enabled: true }));
    get.mockResolvedValueOnce(credential({ results: { first: OUTPUT } }));
    expect((await makePasskey('Sổ')).output).toEqual(OUTPUT);
  });

  it('[KEY-31] that derives nothing at all leaves no passkey behind', async () => {
    create.mockResolvedValueOnce(credential({ enabled: false }));
    await expect(makePasskey('Sổ')).rejects.toMatchObject({ reason: 'noPrf' });
    expect(dropped).toHaveBeenCalledWith({ rpId: 'so.example', credentialId: 'AQID-g' });
    create.mockResolvedValueOnce(credential({ enabled: true }));
    get.mockResolvedValueOnce(credential({}));
    await expect(makePasskey('Sổ')).rejects.toMatchObject({ reason: 'noPrf' });
    create.mockResolvedValueOnce(credential(undefined));
    get.mockImplementationOnce(() => fails('NotAllowedError'));
    await expect(makePasskey('Sổ')).rejects.toMatchObject({ reason: 'cancelled' });
    expect(dropped).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['InvalidStateError', 'cancelled'],
    ['SecurityError', 'unsupported'],
    ['NotSupportedError', 'unsupported'],
  ])('%s is told as %s', async (name, reason) => {
    get.mockImplementationOnce(() => fails(name));
    await expect(askPasskey(salt, salt)).rejects.toMatchObject({ reason });
  });

  it('without PRF in its answer is told as such', async () => {
    get.mockResolvedValueOnce(credential({}));
    await expect(askPasskey(salt, salt)).rejects.toMatchObject({ reason: 'noPrf' });
  });

  it('is not looked for where there can be none', async () => {
    expect(await passkeysPossible()).toBe(true);
    abilities.mockResolvedValueOnce({ 'extension:prf': false });
    expect(await passkeysPossible()).toBe(false);
    Object.defineProperty(window, 'location', { configurable: true, value: { hostname: '192.168.1.7' } });
    expect(await passkeysPossible()).toBe(false);
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(await passkeysPossible()).toBe(false);
  });
});
