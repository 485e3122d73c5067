import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { randomBytes, utf8, type Bytes, type DeriveKey } from '@/crypto';
import { PasskeyError } from '@/crypto/authenticator';
import { BookDatabase } from './database';
import { addPasskey, findPasskey, hasPasskey, PASSKEY_HINT, removePasskey, unlockByPasskey } from './passkey';
import { unlockBook } from './session';
import { changeBookPasscode, createBook } from './passcode';
import type { Book } from './book';

const derive: DeriveKey = async (passcode, params) => new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passcode + params.salt.join())));
const kept = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => kept.set(k, v), removeItem: (k: string) => kept.delete(k) });

/** An authenticator with one passkey: answers for its own id and salt, with fresh bytes each time as the browser does. */
function authenticator() {
  const made = { credential: randomBytes(16), salt: randomBytes(32), output: randomBytes(32) };
  const output = made.output.slice() as Bytes;
  return { make: async () => made, ask: async (id: Bytes, salt: Bytes) => id.join() === made.credential.join() && salt.join() === made.salt.join() ? (output.slice() as Bytes) : Promise.reject(new PasskeyError('cancelled')) };
}

let book: Book;
beforeEach(async () => {
  book = await createBook('real', '246810', derive);
  await book.write([{ key: 'member:a', field: 'name', value: 'An' }]);
});
afterEach(async () => {
  await book.close();
  await BookDatabase.delete('so-chi-bo');
  kept.clear();
});

describe('a book with a passkey', () => {
  it('[KEY-31] takes one only after the passcode, and opens with it, with the passcode still at hand', async () => {
    const { make, ask } = authenticator();
    const asked = vi.fn<typeof make>(make);
    expect(await addPasskey(book, '000000', 'Sổ', { derive, make: asked })).toBe(false);
    expect(asked).not.toHaveBeenCalled();
    expect(await hasPasskey(book)).toBe(false);
    expect(await addPasskey(book, '246810', 'Sổ', { derive, make })).toBe(true);
    expect(kept.has(PASSKEY_HINT)).toBe(true);
    await book.close();
    const opened = await unlockByPasskey((await findPasskey())!, { ask });
    expect(await opened!.read('member:a')).toEqual({ name: 'An' });
    await opened!.close();
    expect((await unlockBook('real', '246810', derive, 0)).state).toBe('open');
  });

  it('[KEY-31] is as it was when the authenticator gives nothing', async () => {
    const before = await book.db.meta.toArray();
    await expect(addPasskey(book, '246810', 'Sổ', { derive, make: () => Promise.reject(new PasskeyError('noPrf')) })).rejects.toMatchObject({ reason: 'noPrf' });
    expect(await book.db.meta.toArray()).toEqual(before);
    expect(kept.has(PASSKEY_HINT)).toBe(false);
  });

  it('[KEY-33] a change of the passcode leaves the passkey, and the passkey leaves the wait of wrong passcodes behind', async () => {
    const { make, ask } = authenticator();
    await addPasskey(book, '246810', 'Sổ', { derive, make });
    const wrap = await book.db.meta.get('passkey');
    await changeBookPasscode(book, '246810', 'mới 2468', derive);
    expect(await book.db.meta.get('passkey')).toEqual(wrap);
    await book.close();
    for (let tries = 0; tries < 6; tries += 1) await unlockBook('real', '000000', derive, 0);
    expect((await unlockBook('real', 'mới 2468', derive, 0)).state).toBe('wait');
    book = (await unlockByPasskey((await findPasskey())!, { ask }))!;
    expect(await book.read('member:a')).toEqual({ name: 'An' });
    await book.close();
    expect((await unlockBook('real', 'mới 2468', derive, 0)).state).toBe('open');
  });

  it('[KEY-32] removed, opens with the passcode only', async () => {
    const { make, ask } = authenticator();
    await addPasskey(book, '246810', 'Sổ', { derive, make });
    const wrap = (await findPasskey())!;
    await removePasskey(book);
    expect(kept.has(PASSKEY_HINT)).toBe(false);
    expect(await findPasskey()).toBeUndefined();
    expect(await unlockByPasskey(wrap, { ask })).toBeNull();
    expect((await unlockBook('real', '246810', derive, 0)).state).toBe('open');
  });

  it('[KEY-33] a passkey that answers with another key is stale, not damage; a cancelled one is told as such', async () => {
    const { make } = authenticator();
    await addPasskey(book, '246810', 'Sổ', { derive, make });
    const wrap = (await findPasskey())!;
    expect(await unlockByPasskey(wrap, { ask: async () => randomBytes(32) })).toBeNull();
    await expect(unlockByPasskey(wrap, { ask: () => Promise.reject(new PasskeyError('cancelled')) })).rejects.toMatchObject({ reason: 'cancelled' });
  });

  it('the hint is only a hint: the row decides', async () => {
    kept.set(PASSKEY_HINT, '1');
    expect(await findPasskey()).toBeUndefined();
    expect(kept.has(PASSKEY_HINT)).toBe(false);
    const { make } = authenticator();
    await addPasskey(book, '246810', 'Sổ', { derive, make });
    kept.clear();
    expect(await hasPasskey(book)).toBe(true);
    expect(kept.has(PASSKEY_HINT)).toBe(true);
  });
});
