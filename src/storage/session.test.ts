import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { utf8, type DeriveKey } from '@/crypto';
import { readSecret, writeSecret } from './secrets';
import { deleteBook, unlockBook } from './session';
import { changeBookPasscode, createBook } from './passcode';

// The real function is Argon2id in a worker; here its place is taken by something that is only fast.
const derive: DeriveKey = async (passcode, params) => new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passcode + params.salt.join())));

describe('session', () => {
  it('[KEY-1] [KEY-2] opens with the right passcode only, slows down, and changes the passcode without touching rows', async () => {
    const book = await createBook('trial', '246810', derive);
    await book.write([{ key: 'member:a', field: 'name', value: 'An' }]);
    await writeSecret(book, 'connection', { token: 't' });
    await book.close();
    for (let i = 0; i < 4; i += 1) expect(await unlockBook('trial', '000000', derive, 0)).toEqual({ state: 'wrong', waitSeconds: 0 });
    expect(await unlockBook('trial', '000000', derive, 0)).toEqual({ state: 'wrong', waitSeconds: 5 });
    expect(await unlockBook('trial', '246810', derive, 1000)).toEqual({ state: 'wait', waitSeconds: 4 });
    const opened = await unlockBook('trial', '246810', derive, 6000);
    if (opened.state !== 'open') throw new Error(opened.state);
    expect(await opened.book.read('member:a')).toEqual({ name: 'An' });
    expect(await readSecret(opened.book, 'connection')).toEqual({ token: 't' });
    const before = await opened.book.db.rows.toArray();
    expect(await changeBookPasscode(opened.book, 'wrong', 'mới 2468', derive)).toBe(false);
    expect(await changeBookPasscode(opened.book, '246810', 'mới 2468', derive)).toBe(true);
    expect(await opened.book.db.rows.toArray()).toEqual(before);
    await opened.book.close();
    expect((await unlockBook('trial', '246810', derive, 0)).state).toBe('wrong');
    const again = await unlockBook('trial', 'mới 2468', derive, 0);
    expect(again.state).toBe('open');
    if (again.state === 'open') await again.book.close();
    expect(await deleteBook('trial')).toBe(true);
  });

  it('a second book is not made over the first, and a book with records is not deleted', async () => {
    const book = await createBook('real', '1', derive);
    await book.write([{ key: 'member:a', field: 'name', value: 'An' }]);
    await book.close();
    await expect(createBook('real', '2', derive)).rejects.toMatchObject({ reason: 'blocked' });
    expect(await deleteBook('real')).toBe(false);
  });
});
