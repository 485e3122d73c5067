import { Secret, TOTP } from 'otpauth';
import type { PasswordRequest, PasswordSignIn, RecoveryCodesAnswer, SecondFactorOffer } from '@/protocol';
import { codeMac, newCode, note, openSession, signedIn, type CommitteeCaller, type SignedIn } from '../accounts';
import type { Context } from '../context';
import { Refusal } from '../refusal';
import { accountByLogin, passwordOf, putPassword, replaceRecoveryCodes, updateAccount, spendRecoveryCode, spendStep, type AccountRow, type Tx } from '../store';
import { isPassword, isWeak, keepPassword } from './secret';
import { mayTry, rightTry, wrongTry } from './tries';

const RECOVERY_CODES = 8;
const PERIOD = 30;
const totp = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'So Chi bo', label, secret: Secret.fromBase32(secret), period: PERIOD });

/** The step of a code of the second factor; null where it is none of now, of the one before or of the one after. */
function stepOf(ctx: Context, secret: string, code: string): number | null {
  const timestamp = ctx.now().getTime();
  const delta = /^\d{6}$/.test(code) ? totp(secret).validate({ token: code, timestamp, window: 1 }) : null;
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

/** The second factor's secret, to be taken into the person's telephone. It is not in force before a code of it has come. */
export async function offerSecondFactor(ctx: Context, { account, login }: CommitteeCaller): Promise<SecondFactorOffer> {
  const secret = new Secret({ size: 20 }).base32;
  await ctx.store.transact((tx) => putPassword(tx, account, { offered: secret }));
  return { uri: totp(secret, login).toString(), secret };
}

/**
 * [ACC-4] Sets the password with its second factor; both in the place of those before. Shows eight recovery codes, once.
 * @throws Refusal passwordWeak, signInWrong where the code is not the offered secret's
 */
export async function setPassword(ctx: Context, caller: CommitteeCaller, { password, code }: PasswordRequest): Promise<RecoveryCodesAnswer> {
  const { account, login, person, name } = caller;
  if (isWeak(password, [login, person, name])) throw new Refusal('passwordWeak', { path: 'password' });
  const kept = await keepPassword(password);
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await ctx.store.transact(async (tx) => {
    const secret = (await passwordOf(tx, account))?.offered ?? null;
    const step = secret === null ? null : stepOf(ctx, secret, code);
    if (step === null) throw new Refusal('signInWrong', { path: 'code' });
    await putPassword(tx, account, { password: kept, secret, offered: null, step });
    await replaceRecoveryCodes(tx, account, codes.map((one) => codeMac(ctx.secrets, 'recovery', one)));
    if (caller.state === 'invited') await updateAccount(tx, account, { state: 'active' });
    await note(ctx, tx, caller, 'passwordSet');
  });
  return { codes };
}

/** [ACC-4] A code of the second factor is good once; a recovery code too, and takes its place. @throws Refusal signInWrong */
async function useSecondFactor(ctx: Context, tx: Tx, account: string, code: string): Promise<void> {
  const secret = (await passwordOf(tx, account))?.secret;
  const step = secret ? stepOf(ctx, secret, code) : null;
  const good = step === null ? await spendRecoveryCode(tx, account, codeMac(ctx.secrets, 'recovery', code)) : await spendStep(tx, account, step);
  if (!good) throw new Refusal('signInWrong');
}

/**
 * [ACC-4] Whose name, password and second factor these are. What of them is wrong is not said, and takes as long whatever it is.
 * @param then done in the transaction that uses the second factor up
 * @throws Refusal signInWrong, tooManyRequests
 */
export async function checkPassword<T>(ctx: Context, { login, password, code }: PasswordSignIn, address: string, then: (tx: Tx, person: AccountRow) => Promise<T> = async () => undefined as T): Promise<T> {
  const trier = { login, address };
  await mayTry(ctx, trier);
  const person = await accountByLogin(ctx.store.db, login);
  const kept = person && person.endedAt === null ? ((await passwordOf(ctx.store.db, person.account))?.password ?? null) : null;
  const isRight = await isPassword(password, kept);
  try {
    if (!person || !isRight) throw new Refusal('signInWrong');
    const done = await ctx.store.transact(async (tx) => {
      await useSecondFactor(ctx, tx, person.account, code);
      return then(tx, person);
    });
    await rightTry(ctx, trier);
    return done;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signInWrong') await wrongTry(ctx, trier);
    throw error;
  }
}

/** [ACC-4] Signs in by name, password and second factor. @throws Refusal signInWrong, tooManyRequests */
export async function passwordSignIn(ctx: Context, request: PasswordSignIn, address: string, device: string): Promise<SignedIn> {
  const session = await checkPassword(ctx, request, address, async (tx, person) => {
    await note(ctx, tx, { ...person, person: person.name }, 'signedIn');
    return openSession(ctx, tx, person, device);
  });
  return signedIn(ctx, session);
}
