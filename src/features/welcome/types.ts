import type { Failure } from '@/sync';

/** What the person chose on the first screens. */
export interface CreateChoice {
  readonly mode: 'real' | 'trial';
  readonly passcode: string;
  readonly code?: string;
  /** A recovery sheet's groups. */
  readonly sheet?: string;
  readonly cell?: CellStart;
}

/** The cell as its secretary names it when there is no server to say so. */
export interface CellStart {
  readonly name: string;
  readonly superior: string;
  readonly placeName: string;
}

export type CreateOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: Failure; readonly bookMade?: boolean };

/** Pages of their own that lead to a book which is somewhere else already. */
export type Elsewhere = 'restore' | 'receive';

/** The screens of the first start. */
export type Step = 'choose' | 'code' | 'cell' | 'passcode' | 'trial' | Elsewhere | 'sheet';
