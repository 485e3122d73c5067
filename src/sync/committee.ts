import * as v from 'valibot';
import { hashJson, newId, verifySignature } from '@/crypto';
import type { Json } from '@/domain';
import { BodiesAnswer, BodyChangeAnswer, CodeAnswer, CodesAnswer, DirectiveView, GuidanceAnswer, GuidanceView, MeAnswer, OverviewAnswer, SubmissionBody, SubmissionView, type BodyChangeRequest, type DirectiveRequest, type GuidanceRequest, type MeetingRecord, type Receipt, type ReportRecord } from '@/protocol';
import { Api, ApiError, type Fetch } from './api';

export * from './committee-persons';

export type { BodiesAnswer, BodyChangeRequest, CellMonth, CodeAnswer, CodesAnswer, GuidanceRequest, GuidanceView, MeAnswer, MeetingRecord, OverviewAnswer, Receipt, ReportRecord } from '@/protocol';

/**
 * What a receipt is worth, found out on this device: `valid` the server signed for exactly this content · `otherContent` the
 * content, its number or its cell is not what was signed for · `badSignature` the signature is not the named key's ·
 * `unchecked` this browser cannot check Ed25519.
 */
export type ReceiptCheck = 'valid' | 'otherContent' | 'badSignature' | 'unchecked';

/** A document as the committee opens it, its receipt checked. */
export type OpenedSubmission = SubmissionView & { readonly check: ReceiptCheck };
/** The record of a meeting, opened. */
export type OpenedMeeting = OpenedSubmission & { readonly body: MeetingRecord };
/** A report, opened. */
export type OpenedReport = OpenedSubmission & { readonly body: ReportRecord };

// The session is a cookie of this very origin: no token, no address.
const api = (send?: Fetch): Api => new Api('', null, send);

/** A one-time link's token for a session cookie. @throws ApiError codeUnknown, codeUsed, codeExpired and what {@link Api} names */
export const signIn = (token: string, send?: Fetch): Promise<MeAnswer> => api(send).ask(MeAnswer, 'POST', '/v1/committee/sign-in', { token });

/** Who is signed in. @throws ApiError unauthorized when nobody is */
export const me = (send?: Fetch): Promise<MeAnswer> => api(send).ask(MeAnswer, 'GET', '/v1/committee/me');

/** Closes the session. @throws ApiError */
export async function signOut(send?: Fetch): Promise<void> {
  await api(send).ask(v.object({}), 'POST', '/v1/committee/sign-out');
}

/** Every cell of the committee with a month's meetings; `month` as YYYY-MM. @throws ApiError */
export const overview = (month: string, send?: Fetch): Promise<OverviewAnswer> =>
  api(send).ask(OverviewAnswer, 'GET', `/v1/committee/overview?month=${encodeURIComponent(month)}`);

/** A fresh activation code for a cell; it can be read in this answer and nowhere else. @throws ApiError notFound */
export const newCode = (cellId: string, send?: Fetch): Promise<CodeAnswer> =>
  api(send).ask(CodeAnswer, 'POST', `/v1/committee/cells/${encodeURIComponent(cellId)}/codes`);

/** A random id for a word of the committee's: chosen here, so that an answer lost on the way can be asked for again. */
export const newDirectiveId = newId;

/** Says something to a document of a cell: it goes down to the cell's phones. @throws ApiError notFound, gradeTaken, contentMismatch, invalid */
export const say = (submissionId: string, request: DirectiveRequest, send?: Fetch): Promise<DirectiveView> =>
  api(send).ask(DirectiveView, 'POST', `/v1/committee/submissions/${encodeURIComponent(submissionId)}/directives`, request);

/** Says to all cells which guidance they follow from a day on. @throws ApiError contentMismatch, invalid, notFound (no cells) */
export const issueGuidance = (request: GuidanceRequest, send?: Fetch): Promise<GuidanceView> => api(send).ask(GuidanceView, 'POST', '/v1/committee/guidance', request);

/** What was said of guidance, the newest first. @throws ApiError */
export const guidance = (send?: Fetch): Promise<GuidanceAnswer> => api(send).ask(GuidanceAnswer, 'GET', '/v1/committee/guidance');

/** All bodies of the committee with their history. @throws ApiError */
export const bodies = (send?: Fetch): Promise<BodiesAnswer> => api(send).ask(BodiesAnswer, 'GET', '/v1/committee/bodies');

/** Changes the committee's bodies from a day on. @throws ApiError bodyTaken, bodyGone, bodyLater, bodyPlace, bodyBeneath, contentMismatch, invalid */
export const changeBodies = (request: BodyChangeRequest, send?: Fetch): Promise<BodyChangeAnswer> => api(send).ask(BodyChangeAnswer, 'POST', '/v1/committee/bodies/changes', request);

/** Activation codes for cells without a device; each can be read in this answer and nowhere else. @throws ApiError notFound */
export const newCodes = (cells: readonly string[], send?: Fetch): Promise<CodesAnswer> => api(send).ask(CodesAnswer, 'POST', '/v1/committee/codes', { cells });

/** The body as it came: reading it by its schema cleans texts, and the hash was taken before that. */
const AsSent = v.object({ ...SubmissionView.entries, body: v.unknown() });

/** A document whole, with its receipt checked against it. @throws ApiError notFound; notServer for a document of an unknown form */
export async function submission(id: string, send?: Fetch): Promise<OpenedSubmission> {
  const sent = await api(send).ask(AsSent, 'GET', `/v1/committee/submissions/${encodeURIComponent(id)}`);
  const body = v.safeParse(SubmissionBody, sent.body);
  if (!body.success) throw new ApiError('notServer');
  const check = await checkReceipt(sent.receipt, { id: sent.id, cell: sent.cell.id, body: sent.body as Json });
  return { ...sent, body: body.output, check };
}

/** Whether a receipt is for this document, and signed. */
async function checkReceipt({ receipt, signature, serverKey }: Receipt, document: { id: string; cell: string; body: Json }): Promise<ReceiptCheck> {
  const same = receipt.submissionId === document.id && receipt.cell === document.cell && receipt.hash === (await hashJson(document.body));
  if (!same) return 'otherContent';
  const signed = await verifySignature(receipt, signature, serverKey);
  return signed === null ? 'unchecked' : signed ? 'valid' : 'badSignature';
}
