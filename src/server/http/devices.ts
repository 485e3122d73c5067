import { ActivateAnswer, ActivateRequest, AdmissionAnswer, AdmissionRequest, AdmitAnswer, AdmitRequest, DevicesAnswer, InviteAnswer, InviteRequest, JoinAnswer, JoinRequest } from '@/protocol';
import { activate, admit, invite, join, keepAdmission } from '../accounts';
import type { Context } from '../context';
import { awaitedDevices, devicesOf, revokedDevicesOf } from '../store';
import { route, type AnyRoute } from './route';

/** The latest ones that were shut out. */
const REVOKED_SHOWN = 20;

/** How devices come in, and who is in. */
export function deviceRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/activate',
      summary: "The first device of a cell: a committee's activation code for a device token.",
      who: 'anyone',
      limit: 'entry',
      body: ActivateRequest,
      answer: ActivateAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'cellHasKey'],
      handle: ({ body }) => activate(ctx, body),
    }),
    route({
      method: 'POST',
      path: '/v1/invites',
      summary: "Leaves the cell's key, sealed, for a second device.",
      who: 'device',
      body: InviteRequest,
      answer: InviteAnswer,
      refuses: ['contentMismatch', 'codeUsed'],
      handle: ({ caller, body }) => invite(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/join',
      summary: 'A second device: an invite for a device token and the sealed key.',
      who: 'anyone',
      limit: 'entry',
      body: JoinRequest,
      answer: JoinAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'cellNeedsKey'],
      handle: ({ body }) => join(ctx, body),
    }),
    route({
      method: 'POST',
      path: '/v1/admissions',
      summary: 'A device that this one has let in without a network.',
      who: 'device',
      body: AdmissionRequest,
      answer: AdmissionAnswer,
      refuses: ['epochTaken', 'contentMismatch'],
      handle: ({ caller, body }) => keepAdmission(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/admit',
      summary: 'A device that another one has let in without a network: its token.',
      who: 'anyone',
      limit: 'entry',
      body: AdmitRequest,
      answer: AdmitAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'revoked'],
      handle: ({ body }) => admit(ctx, body),
    }),
    route({
      method: 'GET',
      path: '/v1/devices',
      summary: "The cell's devices.",
      who: 'device',
      answer: DevicesAnswer,
      refuses: [],
      handle: async ({ caller }) => {
        const { db } = ctx.store;
        const [rows, out, awaited] = [await devicesOf(db, caller.cell), await revokedDevicesOf(db, caller.cell, REVOKED_SHOWN), await awaitedDevices(db, caller.cell)];
        return {
          devices: rows.map(({ device, name, joinedAt, lastSeenAt }) => ({ id: device, name, joinedAt, lastSeenAt, self: device === caller.device, ...(awaited.has(device) ? { awaited: true } : {}) })),
          revoked: out.map(({ device, name, lastSeenAt, revokedAt }) => ({ id: device, name, revokedAt: revokedAt ?? '', toldAt: lastSeenAt && revokedAt && lastSeenAt >= revokedAt ? lastSeenAt : null })),
        };
      },
    }),
  ];
}
