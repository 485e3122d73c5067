/** [PROTO-1] The wire protocol of this build. Sent as the header {@link PROTOCOL_HEADER}; the server answers with its own. */
export const PROTOCOL_VERSION = 2;
/** The protocol from which on a client knows snapshots of the log: see [SNAP-4]. */
export const SNAPSHOT_PROTOCOL = 2;
/** The oldest protocol that this server build still speaks. */
export const OLDEST_PROTOCOL = 1;
/** Version of the change batches' inner format (what is sealed in the vault). A newer one is parked until the app is updated. */
export const BATCH_SCHEMA = 1;
/** Version of what is sealed in a snapshot of the log. It rises with the batches' when a state holds what an older app does not understand. */
export const SNAPSHOT_SCHEMA = 1;
/** Version of the meeting record that goes up. */
export const MEETING_RECORD_SCHEMA = 1;
/** Header carrying the protocol version, both ways. */
export const PROTOCOL_HEADER = 'x-so-protocol';
