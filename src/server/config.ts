import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { SETTING_PROBLEMS } from './messages';
import { readOrganisation, type Organisation } from './organisation/file';

/** A setting that cannot be used. `message` is the one line that the person at the terminal needs. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  constructor(
    readonly setting: string,
    problem: string,
  ) {
    super(`${setting}: ${problem}`);
  }
}

/** The server's settings, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly organisation: Organisation | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Whether, or from which addresses, `X-Forwarded-For` is believed. */
  readonly trustProxy: boolean | string;
  /** Room for the attached files of a cell, bytes. */
  readonly filesPerCell: number;
  /** Days that codes, invites, links and sessions are kept after they are over. */
  readonly keepEnded: number;
  /** Who shows it may read the measurements. */
  readonly metricsToken: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const wholeNumber = (max: number) => v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(max));
const isUrl = (text: string, ...protocols: string[]): boolean => URL.canParse(text) && protocols.includes(new URL(text).protocol);
/** An origin and nothing after it: the app lives at the root of its host. */
const isOrigin = (text: string): boolean => isUrl(text, 'http:', 'https:') && new URL(text).href === `${new URL(text).origin}/`;

const Settings = v.object({
  PORT: v.optional(wholeNumber(65_535), '8787'),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/)), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.check((text) => isUrl(text, 'postgres:', 'postgresql:')))),
  ORG_FILE: v.optional(v.string()),
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.check(isOrigin), v.transform((text) => (isOrigin(text) ? new URL(text).origin : text)))),
  TRUST_PROXY: v.optional(v.pipe(v.string(), v.regex(/^(true|false|(?=.*[.:])[\d.:a-fA-F/,\s]+)$/)), 'false'),
  FILES_PER_CELL: v.optional(wholeNumber(1_000_000), '500'),
  KEEP_ENDED: v.optional(v.pipe(wholeNumber(3650), v.minValue(1)), '30'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,200}$/))),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS), 'warn'),
});
type Name = keyof (typeof Settings)['entries'];

/** Reads the settings from the environment; an empty one counts as not set. @throws SettingError naming the first that is wrong */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.keys(Settings.entries).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = v.safeParse(Settings, given);
  if (!parsed.success) {
    const name = String(parsed.issues[0].path?.[0]?.key) as Name;
    throw new SettingError(name, SETTING_PROBLEMS[name]);
  }
  const { output } = parsed;
  return {
    port: output.PORT,
    host: output.HOST,
    dataDir: output.DATA_DIR,
    databaseUrl: output.DATABASE_URL,
    organisation: output.ORG_FILE === undefined ? undefined : organisationIn(output.ORG_FILE),
    publicUrl: output.PUBLIC_URL,
    trustProxy: proxyOf(output.TRUST_PROXY),
    filesPerCell: output.FILES_PER_CELL * 1_000_000,
    keepEnded: output.KEEP_ENDED,
    metricsToken: output.METRICS_TOKEN,
    logLevel: output.LOG_LEVEL,
  };
}

const proxyOf = (text: string): boolean | string => (text === 'true' || text === 'false' ? text === 'true' : text);

function organisationIn(file: string): Organisation {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingError('ORG_FILE', `${SETTING_PROBLEMS.ORG_FILE} (${file})`);
  }
  const read = readOrganisation(text);
  if (!read.ok) throw new SettingError('ORG_FILE', `${file}: ${read.problem}`);
  return read.organisation;
}
