/** Processes started by tests: none may outlive the test run, and each is ended by its own id. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Remembers a child until it ends, so that it dies with this process. */
export function track(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Sends a signal and waits for the end; after `patience` milliseconds SIGKILL. */
export async function end(child: ChildProcess, signal: NodeJS.Signals, patience = 5_000): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  const cancel = new AbortController();
  await Promise.race([ended, sleep(patience, undefined, { signal: cancel.signal }).catch(() => undefined)]);
  cancel.abort();
  if (!hasEnded(child)) child.kill('SIGKILL');
  await ended;
}
