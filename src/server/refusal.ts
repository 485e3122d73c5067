import type { ErrorCode } from '@/protocol';

/** [PROTO-3] A refusal with a name, thrown by the services and put on the wire by `http/errors.ts`. Carries no private text. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** Where in the request the fault lies, e.g. `body.votes.0.yes`. */
  readonly path: string | undefined;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;
  /** An HTTP status other than the code's usual one. */
  readonly status: number | undefined;
  /** With `revoked`: the cell's own word on it, base64. */
  readonly proofs: readonly string[] | undefined;

  constructor(code: ErrorCode, more: { path?: string; retryAfter?: number; status?: number; proofs?: readonly string[] } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.path = more.path;
    this.retryAfter = more.retryAfter;
    this.status = more.status;
    this.proofs = more.proofs;
  }
}
