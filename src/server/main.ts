import { CareError } from './care';
import { CommandError, runCommand } from './cli';
import { SettingError, readConfig } from './config';
import { serve } from './serve';

// The database holds the server's key: what is made here is for the server's own user.
process.umask(0o077);

const [name, ...words] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  if (name === undefined) await serve(readConfig(process.env), import.meta.url, print);
  else (await runCommand(name, words, process.env)).forEach(print);
} catch (error) {
  const expected = error instanceof SettingError || error instanceof CommandError || error instanceof CareError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof CareError ? error.exitCode : 2;
}
