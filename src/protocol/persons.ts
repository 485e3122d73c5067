import * as v from 'valibot';
import { Id, seq } from './parts';

const instant = v.pipe(v.string(), v.isoTimestamp());
const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^\P{Cc}*$/u));

/**
 * [GRANT-1] What a person of the committee may do: `view` open the documents of cells, `grade` give a document its official grade, `direct`
 * send cells directives, `administer` activation codes, rescues with the spare key and, where it is over the whole committee, persons.
 */
export const PERMISSIONS = ['view', 'grade', 'direct', 'administer'] as const;
/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];

/** Most grants of one person. */
export const MAX_GRANTS = 20;
/** Most cells that one grant names. */
export const MAX_GRANT_CELLS = 300;

/** [GRANT-2] Permissions over the whole committee, or over cells that are named. */
export const Grant = v.variant('over', [
  v.object({ over: v.literal('whole'), may: v.pipe(v.array(v.picklist(PERMISSIONS)), v.minLength(1), v.maxLength(4)) }),
  v.object({
    over: v.literal('cells'),
    cells: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MAX_GRANT_CELLS)),
    may: v.pipe(v.array(v.picklist(PERMISSIONS)), v.minLength(1), v.maxLength(4)),
  }),
]);
/** See {@link Grant}. */
export type Grant = v.InferOutput<typeof Grant>;
const Grants = v.pipe(v.array(Grant), v.maxLength(MAX_GRANTS));

/** Name by which a person signs in with a password: small letters and digits, so that it can be read out on the telephone. */
export const LoginName = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/));
/** A sign-in link's token. */
const Token = v.pipe(v.string(), v.minLength(16), v.maxLength(128));

/** Who a person is: shown to cells beside what the person does. `office` as it is written, e.g. `Ban Tổ chức`. */
const named = { name: text(80), login: LoginName, office: text(80) };

/** `POST /v1/committee/first`: the committee's first administrator, by the link that the server printed. */
export const FirstRequest = v.object({ token: Token, ...named });
/** See {@link FirstRequest}. */
export type FirstRequest = v.InferOutput<typeof FirstRequest>;

/** `POST /v1/committee/accounts`: another person. Answered with a link that lets this person in once. */
export const PersonRequest = v.object({ ...named, grants: Grants });
/** See {@link PersonRequest}. */
export type PersonRequest = v.InferOutput<typeof PersonRequest>;
/** `POST /v1/committee/accounts/:id`: what is said anew of a person; the login name stays. */
export const PersonChange = v.object({ name: named.name, office: named.office, grants: Grants });
/** See {@link PersonChange}. */
export type PersonChange = v.InferOutput<typeof PersonChange>;
/** A one-time link for a person, shown once. `token` goes behind the `#` of `/cap-uy/vao`. */
export const InvitationAnswer = v.object({ account: Id, token: Token, expiresAt: instant });
/** See {@link InvitationAnswer}. */
export type InvitationAnswer = v.InferOutput<typeof InvitationAnswer>;

/**
 * How far a person has come: `invited` no credential chosen yet, `active`, `demo` the administrator of a demonstration, who needs none,
 * `ended` lets nobody in any more.
 */
export const PERSON_STATES = ['invited', 'active', 'demo', 'ended'] as const;

/** A session as its person and the administrators see it. `device` is what the browser said of itself. */
export const SessionView = v.object({ id: Id, device: v.string(), signedInAt: instant, seenAt: instant, own: v.boolean() });
/** See {@link SessionView}. */
export type SessionView = v.InferOutput<typeof SessionView>;

/** A person as the administrators see them. */
export const PersonView = v.object({
  id: Id,
  name: v.string(),
  login: v.string(),
  office: v.string(),
  state: v.picklist(PERSON_STATES),
  grants: v.array(Grant),
  createdAt: instant,
  /** When a session of theirs was last used. */
  seenAt: v.nullable(instant),
  sessions: seq,
  self: v.boolean(),
});
/** See {@link PersonView}. */
export type PersonView = v.InferOutput<typeof PersonView>;
/** `GET /v1/committee/accounts`: all persons, and the cells that a grant can name. */
export const PersonsAnswer = v.object({ persons: v.array(PersonView), cells: v.array(v.object({ id: Id, name: v.string() })) });
/** See {@link PersonsAnswer}. */
export type PersonsAnswer = v.InferOutput<typeof PersonsAnswer>;

/** Shortest password, in characters; longest. */
export const MIN_PASSWORD = 12;
/** See {@link MIN_PASSWORD}. */
export const MAX_PASSWORD = 200;
const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD));
/** The six digits of the second factor, or a recovery code. */
const SecondFactor = v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(20));

/** `GET /v1/committee/own`: how the person comes in, and where they are in. */
export const OwnAnswer = v.object({
  passkeys: v.array(v.object({ id: v.string(), name: v.string(), createdAt: instant, usedAt: v.nullable(instant) })),
  password: v.boolean(),
  /** Recovery codes that are left. */
  recovery: seq,
  sessions: v.array(SessionView),
});
/** See {@link OwnAnswer}. */
export type OwnAnswer = v.InferOutput<typeof OwnAnswer>;

/** `POST /v1/committee/own/password/begin`: the secret of a second factor, for the person's telephone; not in force before a code of it has come. */
export const SecondFactorOffer = v.object({ uri: v.string(), secret: v.string() });
/** See {@link SecondFactorOffer}. */
export type SecondFactorOffer = v.InferOutput<typeof SecondFactorOffer>;
/** `POST /v1/committee/own/password`. */
export const PasswordRequest = v.object({ password: Password, code: SecondFactor });
/** See {@link PasswordRequest}. */
export type PasswordRequest = v.InferOutput<typeof PasswordRequest>;
/** Eight codes, each good once where the telephone with the second factor is gone; shown once. */
export const RecoveryCodesAnswer = v.object({ codes: v.array(v.string()) });
/** See {@link RecoveryCodesAnswer}. */
export type RecoveryCodesAnswer = v.InferOutput<typeof RecoveryCodesAnswer>;
/** `POST /v1/committee/sign-in/password`. */
export const PasswordSignIn = v.object({ login: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(80), v.regex(/^\P{Cc}*$/u)), password: Password, code: SecondFactor });
/** See {@link PasswordSignIn}. */
export type PasswordSignIn = v.InferOutput<typeof PasswordSignIn>;

/** What WebAuthn asks and answers, as JSON of its own form; the server's library checks it. */
export const PasskeyOptions = v.object({ options: v.record(v.string(), v.unknown()) });
/** See {@link PasskeyOptions}. */
export type PasskeyOptions = v.InferOutput<typeof PasskeyOptions>;
const Response = v.record(v.string(), v.unknown());
/** `POST /v1/committee/sign-in/passkey`: the answer of a passkey. */
export const PasskeySignIn = v.object({ response: Response });
/** `POST /v1/committee/own/passkeys`: a passkey that was just made, and the device by which its person knows it. */
export const PasskeyRequest = v.object({ response: Response, name: text(60) });
/** See {@link PasskeyRequest}. */
export type PasskeyRequest = v.InferOutput<typeof PasskeyRequest>;

/** `POST /v1/committee/confirm`: the person shows anew who they are, by passkey, or by password and second factor. */
export const ConfirmRequest = v.union([PasskeySignIn, PasswordRequest]);
/** See {@link ConfirmRequest}. */
export type ConfirmRequest = v.InferOutput<typeof ConfirmRequest>;

/** What is written down of persons. About a cell: `view` `grade` `guidance` `code` `spareKeyOpened` `sheet`; the others about the committee. */
export const ACTS = [
  'view',
  'grade',
  'guidance',
  'code',
  'spareKeyOpened',
  'sheet',
  'spareKeyMade',
  'spareKeyEnded',
  'organisation',
  'firstAdministrator',
  'rescueLink',
  'invited',
  'changed',
  'ended',
  'sessionsEnded',
  'signedIn',
  'passkeyAdded',
  'passkeyEnded',
  'passwordSet',
] as const;
/** One of {@link ACTS}. */
export type Act = (typeof ACTS)[number];

/** Most entries of the log in one answer. */
export const MAX_ACTS = 200;

/** [AUDIT-2] An entry of a cell's log. `subject`: the document that it is about, '' for none. */
export const CellAct = v.object({ seq: v.pipe(seq, v.minValue(1)), at: instant, act: v.string(), person: v.string(), office: v.string(), subject: v.string() });
/** See {@link CellAct}. */
export type CellAct = v.InferOutput<typeof CellAct>;
/** `GET /v1/acts?after=<seq>` (device): what persons of the committee have done with the cell's own, in order. */
export const CellActsAnswer = v.object({ acts: v.array(CellAct), head: seq, more: v.boolean() });
/** See {@link CellActsAnswer}. */
export type CellActsAnswer = v.InferOutput<typeof CellActsAnswer>;

/** `GET /v1/committee/acts?before=`: the acts of all persons, the newest first. `cell` null for what is about no cell; `about` is the person concerned. */
export const ActsAnswer = v.object({
  acts: v.array(v.object({ at: instant, act: v.string(), person: v.string(), office: v.string(), cell: v.nullable(v.string()), about: v.string() })),
  /** What to ask for next; null at the end. */
  next: v.nullable(v.string()),
});
/** See {@link ActsAnswer}. */
export type ActsAnswer = v.InferOutput<typeof ActsAnswer>;
