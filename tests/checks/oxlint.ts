/** Runs oxlint and turns its diagnostics into problems. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Problem } from './problem';

interface Diagnostic {
  message: string;
  code?: string;
  help?: string;
  filename: string;
  labels: { span: { line: number } }[];
}

const OXLINT = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url));

/** `args` as on the command line, from the folder `root`; an oxlint that could not run is an error, not a pass. */
export function oxlint(root: string, args: string[]): Problem[] {
  const run = spawnSync(process.execPath, [OXLINT, ...args, '-f', 'json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  let diagnostics: Diagnostic[];
  try {
    diagnostics = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  } catch {
    throw new Error(`oxlint did not run: ${run.error?.message ?? ''}${run.stdout}${run.stderr}`);
  }
  if (run.status !== 0 && diagnostics.length === 0) throw new Error(`oxlint ended with ${run.status}: ${run.stderr}`);
  return diagnostics.map(({ filename, labels, message, code, help }) => ({
    file: filename,
    ...(labels[0] ? { line: labels[0].span.line } : {}),
    message: `${message}${help && !message.includes(help) ? ` ${help}` : ''}${code ? ` [${code}]` : ''}`,
  }));
}
