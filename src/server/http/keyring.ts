import * as v from 'valibot';
import { DeviceKeyRequest, Id, KeyringAnswer, RecoverAnswer, RecoverRequest, RecoveryAnswer, RecoveryRequest, RevokeAnswer, RevokeRequest, RotateAnswer, RotateRequest } from '@/protocol';
import { keepSheet, keyring, recover, revoke, rotate, sayKey } from '../accounts';
import type { Context } from '../context';
import { route, type AnyRoute } from './route';

const ById = v.object({ id: Id });
const Nothing = v.object({});

/** The cell's keys: sealed for its devices, and for the paper in the safe. The server opens none of them. */
export function keyringRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/devices/key',
      summary: "The device's public key and the cell's word on it.",
      who: 'device',
      body: DeviceKeyRequest,
      answer: Nothing,
      refuses: ['contentMismatch'],
      handle: ({ caller, body }) => sayKey(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/devices/:id/revoke',
      summary: 'Shuts another device of the cell out, at once.',
      who: 'device',
      params: ById,
      body: RevokeRequest,
      answer: RevokeAnswer,
      refuses: ['notFound', 'forbidden'],
      handle: ({ caller, params, body }) => revoke(ctx, caller, params.id, body),
    }),
    route({
      method: 'GET',
      path: '/v1/keyring',
      summary: "How the cell's keys stand: this device's boxes, and whose keys a new epoch is sealed to.",
      who: 'device',
      answer: KeyringAnswer,
      refuses: [],
      handle: ({ caller }) => keyring(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/keyring/rotate',
      summary: "Begins a new epoch of the cell's key, sealed for every holder.",
      who: 'device',
      body: RotateRequest,
      answer: RotateAnswer,
      refuses: ['epochTaken', 'boxMissing'],
      handle: ({ caller, body }) => rotate(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/recovery',
      summary: 'A recovery sheet, sealed; the one before is dead.',
      who: 'device',
      body: RecoveryRequest,
      answer: RecoveryAnswer,
      refuses: ['contentMismatch', 'epochTaken'],
      handle: ({ caller, body }) => keepSheet(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/recover',
      summary: 'A blank device, let in by the recovery sheet.',
      who: 'anyone',
      limit: 'entry',
      body: RecoverRequest,
      answer: RecoverAnswer,
      refuses: ['codeUnknown', 'codeUsed'],
      handle: ({ body }) => recover(ctx, body),
    }),
  ];
}
