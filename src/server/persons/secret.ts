import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { foldText } from '@/domain';
import { MAX_PASSWORD, MIN_PASSWORD } from '@/protocol';

/** Costs of scrypt: 32 MiB and about a tenth of a second. They stand in what is kept, so that they can be raised. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;

const derive = (password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((done, failed) => scrypt(password.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? failed(error) : done(key))));

/** [ACC-4] A password as it is kept: `scrypt$N$r$p$salt$key`, base64. */
export async function keepPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), (await derive(password, salt, COST)).toString('base64')].join('$');
}

/** Whether a password is the one kept. With nothing kept it takes as long, and is not. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, n = '', r = '', p = '', salt = '', key = ''] = (kept ?? `scrypt$${COST.N}$${COST.r}$${COST.p}$AAAAAAAAAAAAAAAAAAAAAA==$`).split('$');
  const right = Buffer.from(key, 'base64');
  const typed = await derive(password, Buffer.from(salt, 'base64'), { N: Number(n), r: Number(r), p: Number(p) });
  return typed.length === right.length && timingSafeEqual(typed, right);
}

/** What many passwords consist of. Longest first, so that what is taken out leaves no halves. */
const COMMON = [
  'dangcongsan', 'administrator', 'vietnam', 'password', 'danguy', 'chibo', 'capuy', 'dangvien', 'matkhau', 'sochibo', 'iloveyou', 'anhyeuem', 'emyeuanh', 'khongbiet', 'welcome', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwerty', 'letmein',
  'admin', 'thanhhoa', 'hanoi', 'saigon', 'abcdefgh', 'abcdef', 'abc', '0123456789', '123456789', '987654321', '12345678', '1234567', '123456', '654321', '12345', '1234', '123', '2020', '2021', '2022', '2023', '2024', '2025', '2026',
].sort((a, b) => b.length - a.length);

/** [ACC-4] Whether a password is too short, or is soon guessed: of few different letters, or of little besides common words and the person's own names. */
export function isWeak(password: string, own: readonly string[]): boolean {
  if ([...password].length < MIN_PASSWORD || password.length > MAX_PASSWORD) return true;
  let rest = foldText(password);
  if (new Set(rest).size < 6) return true;
  for (const word of [...own.flatMap((name) => foldText(name).split(/[^a-z0-9]+/)).filter((word) => word.length > 2), ...COMMON]) rest = rest.replaceAll(word, '');
  return rest.replace(/[^a-z0-9]/g, '').length < 5;
}
