import type { AddressInfo } from 'node:net';
import { issueCode, issueLink } from './accounts';
import type { Config } from './config';
import type { Context } from './context';
import type { Owner } from './first-data';
import { START, codeLine, linkLine } from './messages';
import { presenceOf } from './store';

/** The address to type: the public one first, when there is one, and the one on this machine. */
export function addressesOf({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>, { port }: Pick<AddressInfo, 'port'>): string[] {
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(host);
  const local = `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  return publicUrl === undefined ? [local] : [publicUrl, local];
}

/** A one-time link. Its token stands after the #, which browsers never send: it reaches no log and no proxy. Undefined: no administrator has this login name. */
export async function signInLink(ctx: Context, committee: string, base: string, login?: string): Promise<string | undefined> {
  const link = await issueLink(ctx, committee, login);
  return link && linkLine(`${base}/cap-uy/vao#${link.token}`, link.expiresAt, link.person);
}

/** The lines printed once the server listens. A real organisation's codes and links are shown only when they are asked for. */
export async function greeting(ctx: Context, { committee, isDemo, isManned }: Owner, addresses: readonly string[], hasApp: boolean): Promise<string[]> {
  const lines = [START.listening(addresses)];
  if (isDemo) lines.push(await demoCode(ctx, committee.committee));
  else lines.push(START.howToCode);
  if (isDemo || !isManned) lines.push((await signInLink(ctx, committee.committee, addresses[0] ?? '')) ?? '');
  if (!hasApp) lines.push(START.noApp);
  lines.push(START.english);
  return lines;
}

async function demoCode(ctx: Context, committee: string): Promise<string> {
  const cell = (await presenceOf(ctx.store.db, committee)).find(({ devices, endedOn }) => devices === 0 && endedOn === null);
  if (!cell) return START.noCodeLeft;
  const { code, expiresAt } = await issueCode(ctx, cell.id);
  return codeLine(cell.name, code, expiresAt);
}
