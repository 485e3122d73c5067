import { CARE } from '../messages';
import { ToolFailed, ToolMissing } from './postgres-tools';

/** A backup, a restore or an examination that cannot be done or found something; the message is what to print. */
export class CareError extends Error {
  override readonly name = 'CareError';
  /** `exitCode` 1: done, and something is wrong; 2: not done. */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}

/** What went wrong in one line, without what a driver says: it may hold the password of the URL. */
export function inWords(error: unknown, line: (why: string) => string): string {
  if (error instanceof CareError) return error.message;
  if (error instanceof ToolMissing) return CARE.noTool(error.message);
  if (error instanceof ToolFailed) return line(error.message);
  return line(error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown');
}
