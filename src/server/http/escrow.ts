import * as v from 'valibot';
import { EscrowAgreed, EscrowAnswer, EscrowKeyRequest, EscrowOpened, EscrowRequest, Id, RecoveryAnswer, RecoveryRequest } from '@/protocol';
import { agreeEscrow, escrow, openEscrow, setEscrowKey, sheetByEscrow, withdrawEscrow } from '../accounts';
import type { Context } from '../context';
import { route, type AnyRoute } from './route';

const ById = v.object({ id: Id });
const Nothing = v.object({});

/** The committee's spare key, and what cells leave with it. The server opens none of it. */
export function escrowRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/escrow',
      summary: "The cell agrees to its committee's spare key.",
      who: 'device',
      body: EscrowRequest,
      answer: EscrowAgreed,
      refuses: ['notFound', 'contentMismatch', 'epochTaken'],
      handle: ({ caller, body }) => agreeEscrow(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/escrow/withdraw',
      summary: 'The cell takes back what it left with the committee.',
      who: 'device',
      answer: Nothing,
      refuses: [],
      handle: ({ caller }) => withdrawEscrow(ctx, caller),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/escrow',
      summary: "How the committee's spare key stands, and which cells have agreed to it.",
      who: 'committee',
      needs: { may: 'administer', about: 'cells' },
      answer: EscrowAnswer,
      refuses: [],
      handle: ({ caller }) => escrow(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/escrow',
      summary: 'A new spare key; what was sealed to the one before is deleted.',
      who: 'committee',
      needs: { may: 'administer', about: 'whole', confirmed: true },
      body: EscrowKeyRequest,
      answer: Nothing,
      refuses: ['forbidden'],
      handle: ({ caller, body }) => setEscrowKey(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/escrow/end',
      summary: 'No spare key any more; what was sealed to it is deleted.',
      who: 'committee',
      needs: { may: 'administer', about: 'whole', confirmed: true },
      answer: Nothing,
      refuses: ['forbidden'],
      handle: ({ caller }) => setEscrowKey(ctx, caller, null),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/cells/:id/escrow',
      summary: 'What a cell has left with the committee, still sealed; the cell sees that it was asked for.',
      who: 'committee',
      needs: { may: 'administer', about: 'cell', confirmed: true },
      params: ById,
      answer: EscrowOpened,
      refuses: ['notFound', 'forbidden'],
      handle: ({ caller, params }) => openEscrow(ctx, caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/cells/:id/recovery',
      summary: 'A recovery sheet for a cell, made with the spare key.',
      who: 'committee',
      needs: { may: 'administer', about: 'cell', confirmed: true },
      params: ById,
      body: RecoveryRequest,
      answer: RecoveryAnswer,
      refuses: ['notFound', 'forbidden', 'contentMismatch', 'epochTaken'],
      handle: ({ caller, params, body }) => sheetByEscrow(ctx, caller, params.id, body),
    }),
  ];
}
