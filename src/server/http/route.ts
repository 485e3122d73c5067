import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as v from 'valibot';
import type { ErrorCode } from '@/protocol';
import type { CommitteeCaller, DeviceCaller } from '../accounts';
import type { Need } from './need';

/** Any schema that a route may name. */
export type Schema = v.GenericSchema<unknown, unknown>;
type Parsed<S> = S extends Schema ? v.InferOutput<S> : undefined;

/** Who a route lets in, and what its handler learns of them. */
export interface Callers {
  anyone: undefined;
  device: DeviceCaller;
  committee: CommitteeCaller;
}

/** One route of the contract: all that is needed to serve it and to describe it in the OpenAPI document. */
export interface RouteSpec<
  W extends keyof Callers = keyof Callers,
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  A extends Schema = Schema,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for parameters. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  readonly who: W;
  /** [GRANT-4] What it asks of a person of the committee; every route of theirs says so. */
  readonly needs?: Need;
  /** Answers without a protocol header too: what a phone asks before it knows what the server speaks. */
  readonly anyProtocol?: boolean;
  /** `entry`: few tries a minute and address, for what could be guessed at. */
  readonly limit?: 'entry';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is checked by the handler itself (which has to see it as it was sent). */
  readonly rawBody?: boolean;
  readonly answer: A;
  /** The refusals of its own, beyond those that any route can give. */
  readonly refuses: readonly ErrorCode[];
  handle(input: {
    readonly caller: Callers[W];
    readonly params: Parsed<P>;
    readonly query: Parsed<Q>;
    readonly body: Parsed<B>;
    readonly raw: unknown;
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
  }): Promise<v.InferInput<A>> | v.InferInput<A>;
}

/** A route with its own types forgotten, for lists of them. */
export type AnyRoute = RouteSpec;

/** Writes a route down with its types checked against its schemas. */
export function route<
  W extends keyof Callers,
  A extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: RouteSpec<W, P, Q, B, A> & ('committee' extends W ? { readonly needs: Need } : unknown)): AnyRoute {
  return spec as unknown as AnyRoute;
}
