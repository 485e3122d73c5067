/** What a check finds: where, and what is wrong, in one line. */
export interface Problem {
  /** From the project's root. */
  file: string;
  line?: number;
  message: string;
}

/** A check looks at the project under `root` and returns everything wrong. */
export type Check = (root: string) => Problem[] | Promise<Problem[]>;

export function inWords({ file, line, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`} ${message}`;
}
