import * as v from 'valibot';
import { canonicalJson, type Json } from '@/domain';
import { reportMisfit, SubmissionEnvelope, type SubmissionBody } from '@/protocol';
import { sha256 } from '../accounts';
import { Refusal } from '../refusal';

/** A document that passed: its body as it was sent, and the text that was hashed. */
export interface Checked {
  readonly id: string;
  readonly hash: string;
  readonly body: SubmissionBody;
  /** Canonical JSON of the body. */
  readonly text: string;
}

/**
 * [SUB-1] A document as its schema has it, and nothing besides: a key that the schema does not know is refused, because it could
 * carry what must stay in the cell. [SUB-3] The hash is taken again over the canonical JSON of the body as sent.
 * @throws Refusal invalid (422, with the path), hashMismatch
 */
export function checkEnvelope(raw: unknown): Checked {
  const parsed = v.safeParse(SubmissionEnvelope, raw, { abortEarly: true });
  if (!parsed.success) throw new Refusal('invalid', { path: v.getDotPath(parsed.issues[0]) ?? '' });
  const extra = unknownKey(raw, parsed.output, '');
  if (extra !== null) throw new Refusal('invalid', { path: extra });
  const { id, hash, body } = parsed.output;
  const misfit = body.type === 'report' ? reportMisfit(body) : null;
  if (misfit !== null) throw new Refusal('invalid', { path: `body.${misfit}` });
  const sent = (raw as { body: Json }).body;
  const text = canonicalJson(sent);
  if (sha256(text) !== hash) throw new Refusal('hashMismatch', { path: 'hash' });
  return { id, hash, body, text };
}

/** The path of the first key that was sent but that the schema left out; null when there is none. */
function unknownKey(sent: unknown, kept: unknown, path: string): string | null {
  if (typeof sent !== 'object' || sent === null || typeof kept !== 'object' || kept === null) return null;
  for (const key of Object.keys(sent)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(kept, key)) return at;
    const deeper = unknownKey((sent as Record<string, unknown>)[key], (kept as Record<string, unknown>)[key], at);
    if (deeper !== null) return deeper;
  }
  return null;
}
