import type { Kysely, Transaction } from 'kysely';

/**
 * The tables, the same on libsql and PostgreSQL. What belongs to a cell has `cell` first in its primary key, so that cells can be
 * spread over several databases. Moments are ISO texts in UTC of one fixed length, which sort as they stand.
 */
export interface Database {
  /** What all processes of one server share: the receipt key, the secret of the codes. */
  meta: { name: string; value: string };
  committees: { committee: string; code: string; name: string; created_at: string };
  cells: {
    cell: string;
    committee: string;
    /** The organisation file's own, stable name of the cell. */
    code: string;
    position: number;
    name: string;
    superior: string;
    place_name: string;
    profile: string;
    created_at: string;
    /** From this day on the cell is no more; what it sent stays. */
    ended_on: string | null;
  };
  /** A committee's organisations; where one meets, `body` is the cell. */
  bodies: { committee: string; body: string; code: string; kind: string; created_at: string };
  /** How a body stood from a day on. Rows are only added. `successors` is a JSON list of bodies. */
  body_periods: {
    committee: string;
    body: string;
    seq: number;
    from_day: string;
    act: string;
    change_id: string;
    name: string;
    superior: string | null;
    cluster: string;
    letterhead: string;
    place_name: string;
    term: string;
    ended: number;
    successors: string;
  };
  body_changes: { committee: string; change_id: string; hash: string; from_day: string; person: string; note: string; acts: number; made_at: string };
  /** One row a cell and kind of effect, raised in the effect's own transaction: its lock makes the sequence equal the commit order. */
  counters: { cell: string; name: string; value: number };
  devices: {
    cell: string;
    device: string;
    name: string;
    token_hash: string;
    /** SHA-256 of the phone's `attempt`, for an answer lost on the way. */
    attempt_hash: string | null;
    joined_at: string;
    last_seen_at: string | null;
    revoked_at: string | null;
    /** Its public key and the cell's word on it (sealed), base64; null until it has said them. */
    public_key: string | null;
    voucher: string | null;
    /** The cell's epoch when the device was shut out; a later one is due while it is not below the present one. */
    revoked_epoch: number | null;
    /** The cell's own word that the device is shut out: JSON list of base64. Null when nobody of the cell did it. */
    revoke_proofs: string | null;
  };
  /** The cell's keys, counted. `key_id` is null until the device that began the epoch has said it. */
  epochs: { cell: string; epoch: number; key_id: string | null; made_by: string; made_at: string };
  /** An epoch's key sealed for a holder (a device, or `recovery`), base64. */
  keyring: { cell: string; epoch: number; holder: string; box: string };
  recovery_sheets: { cell: string; lookup_mac: string; public_key: string; voucher: string; sealed_key: string; made_by: string; made_at: string };
  /** A committee's spare key: the private half under its sheet of paper, base64. */
  escrow_keys: { committee: string; public_key: string; sealed_key: string; made_at: string };
  /** A cell's agreement to it: the ring as it was at `epoch`, sealed to the committee's key; later epochs are in `keyring`. */
  escrows: { cell: string; public_key: string; voucher: string; sealed_ring: string; epoch: number; agreed_by: string; agreed_at: string };
  escrow_uses: { cell: string; used_at: string };
  activation_codes: { cell: string; code_mac: string; created_at: string; expires_at: string; used_at: string | null; used_by: string | null };
  invites: {
    cell: string;
    lookup_mac: string;
    invited_by: string;
    sealed_key: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
  };
  /** Devices let in by another one without a network. `used_at` is null until the device came for its token. */
  admissions: { cell: string; device: string; lookup_mac: string; made_by: string; expires_at: string; used_at: string | null };
  /** `box` is one byte and `size` 0 once a snapshot stands for the entry. */
  vault_log: { cell: string; seq: number; device: string; batch: string; hash: string; box: Uint8Array; size: number; received_at: string };
  /** States of the log, sealed by a device. `weight`: of the log up to `seq`. `size`: bytes of its parts. Null `committed_at`: still coming. */
  snapshots: {
    cell: string;
    snapshot: string;
    device: string;
    seq: number;
    epoch: number;
    chain: string;
    parts: number;
    size: number;
    weight: number;
    begun_at: string;
    committed_at: string | null;
  };
  snapshot_parts: { cell: string; snapshot: string; part: number; hash: string; box: Uint8Array; size: number };
  submissions: {
    cell: string;
    submission: string;
    number: number;
    device: string;
    hash: string;
    /** The canonical JSON that was hashed: kept as text, so that the hash can be proved again. */
    body: string;
    receipt: string;
    received_at: string;
    type: string;
    date: string;
    /** The columns of the committee's overview as JSON (see `submissions/overview.ts`). */
    summary: string;
  };
  /** What the committee sends a cell. `issued_by` and `body` are JSON; `hash` is that of what was asked for; `date` is the meeting's. */
  directives: {
    cell: string;
    seq: number;
    directive: string;
    kind: string;
    hash: string;
    issued_at: string;
    issued_by: string;
    body: string;
    submission: string | null;
    meeting: string | null;
    date: string | null;
    seen_at: string | null;
    seen_by: string | null;
  };
  /** Attached files. `size`: bytes of the content, `sealed`: of all its pieces, `there`: how many of them are there. */
  files: { cell: string; file: string; size: number; sealed: number; there: number; device: string; begun_at: string; gone_at: string | null };
  file_pieces: { cell: string; file: string; piece: number; hash: string; box: Uint8Array };
  /** Whom a link lets in; null: whoever becomes the first administrator. */
  sign_in_links: { token_hash: string; committee: string; expires_at: string; used_at: string | null; account: string | null };
  /** `account` is null in sessions of before there were persons: they let nobody in. `confirmed_at`: when the person last showed who they are. */
  sessions: {
    token_hash: string;
    committee: string;
    signed_in_at: string;
    expires_at: string;
    account: string | null;
    session: string | null;
    device: string | null;
    seen_at: string | null;
    confirmed_at: string | null;
  };
  /** Persons of committees. `state`: see the protocol; `grants` is JSON. */
  accounts: {
    committee: string;
    account: string;
    login: string;
    name: string;
    office: string;
    state: string;
    grants: string;
    created_at: string;
    seen_at: string | null;
    ended_at: string | null;
  };
  /** Public keys of passkeys, base64url; `sign_count` as the passkey says it. `transports` is JSON. */
  passkeys: {
    account: string;
    credential: string;
    public_key: string;
    sign_count: number;
    transports: string;
    name: string;
    created_at: string;
    used_at: string | null;
  };
  /** The password (scrypt, with its salt and costs), the second factor's secret, and the last step of it that was used. `offered` is not in force yet. */
  passwords: { account: string; password: string | null; secret: string | null; offered: string | null; step: number };
  recovery_codes: { account: string; code_mac: string };
  /** What a passkey has to sign, once. `account` is null while nobody is signed in. */
  challenges: { challenge: string; account: string | null; expires_at: string };
  /** Wrong tries at signing in, by name or address, as HMAC. */
  wrong_tries: { subject: string; count: number; last_at: string };
  /** What persons did, by the cell that it is about; what is about no cell stands under the committee's own id. */
  acts: {
    cell: string;
    seq: number;
    committee: string;
    at: string;
    act: string;
    account: string;
    person: string;
    office: string;
    subject: string;
  };
}

/** A connection or a transaction. */
export type Db = Kysely<Database>;
/** A transaction: what must happen together. */
export type Tx = Transaction<Database>;
