import { issueCode } from '../accounts';
import { backup, restore, tidy, verify } from '../care';
import { readConfig, type Config } from '../config';
import { instantOf, type Context } from '../context';
import { addressesOf, signInLink } from '../greeting';
import { COMMANDS, codeLine } from '../messages';
import { openContext } from '../open';
import { devicesOf, listCommittees, revokeDevice } from '../store';
import { allCells, pickCell } from './pick-cell';

/** A command that cannot be done; the message is the line to print. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

type Command = (ctx: Context, words: string, env: NodeJS.ProcessEnv) => Promise<string[]>;

const cells: Command = async (ctx) => {
  const lines: string[] = [];
  for (const cell of await allCells(ctx.store.db)) {
    lines.push(`${cell.name}  [${cell.code}]  ${cell.id}`);
    const devices = await devicesOf(ctx.store.db, cell.id);
    lines.push(...(devices.length === 0 ? [`    ${COMMANDS.noDevices}`] : devices.map(({ device, name, lastSeenAt }) => `    ${device}  ${name}  ${lastSeenAt ?? '-'}`)));
  }
  return lines;
};

const code: Command = async (ctx, words) => {
  if (words === '') throw new CommandError(COMMANDS.whichCell);
  const found = await pickCell(ctx.store.db, words);
  if (found.length === 0) throw new CommandError(COMMANDS.noSuchCell(words));
  const [cell, another] = found;
  if (!cell || another) throw new CommandError(COMMANDS.severalCells(words, found.map(({ name }) => name)));
  const { code: fresh, expiresAt } = await issueCode(ctx, cell.id);
  const taken = (await devicesOf(ctx.store.db, cell.id)).length > 0;
  return [codeLine(cell.name, fresh, expiresAt), ...(taken ? [COMMANDS.hasDevice(cell.name)] : [])];
};

const link: Command = async (ctx, words, env) => {
  const [committee] = await listCommittees(ctx.store.db);
  if (!committee) throw new CommandError(COMMANDS.noData);
  const config = readConfig(env);
  const line = await signInLink(ctx, committee.committee, addressesOf(config, { port: config.port })[0] ?? '', words === '' ? undefined : words.toLowerCase());
  if (line === undefined) throw new CommandError(COMMANDS.noSuchAdministrator(words));
  return [line];
};

const revoke: Command = async (ctx, words) => {
  if (words === '') throw new CommandError(COMMANDS.whichDevice);
  const done = await ctx.store.transact((tx) => revokeDevice(tx, words, instantOf(ctx.now())));
  if (!done) throw new CommandError(COMMANDS.noSuchDevice);
  return [COMMANDS.revoked];
};

const tidyUp: Command = async (ctx, _words, env) => {
  const cleared = await tidy(ctx, readConfig(env).keepEnded);
  return [COMMANDS.tidied(cleared.activation_codes + cleared.invites + cleared.admissions, cleared.sign_in_links + cleared.sessions, cleared.snapshots)];
};

/** Commands about the store as a whole: they open it themselves, and as it is. */
const CARE: Readonly<Record<string, (config: Config, words: readonly string[]) => Promise<string[]>>> = {
  backup: (config, [file = '']) => backup(config, file),
  restore: (config, words) => restore(config, words.find((word) => !word.startsWith('--')) ?? '', words.includes('--replace')),
  verify: (config, [file = '']) => verify(config, file),
};

const COMMAND: Readonly<Record<string, Command>> = { cells, code, link, revoke, tidy: tidyUp };

/** Runs a command on the data that the settings point to, beside a running server or without one. @throws CommandError, CareError, SettingError */
export async function runCommand(name: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  if (['help', '--help', '-h'].includes(name)) return [COMMANDS.help];
  const care = Object.hasOwn(CARE, name) ? CARE[name] : undefined;
  if (care) return care(readConfig(env), words);
  const command = Object.hasOwn(COMMAND, name) ? COMMAND[name] : undefined;
  if (!command) throw new CommandError(COMMANDS.unknown(name));
  const ctx = await openContext(readConfig(env));
  try {
    return await command(ctx, words.join(' ').trim(), env);
  } finally {
    await ctx.store.close();
  }
}
