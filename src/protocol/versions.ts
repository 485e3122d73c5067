/** [PROTO-1] The wire protocol of this build. Sent as the header {@link PROTOCOL_HEADER}; the server answers with its own. */
export const PROTOCOL_VERSION = 1;
/** The oldest protocol that this server build still speaks. */
export const OLDEST_PROTOCOL = 1;
/** Version of the change batches' inner format (what is sealed in the vault). A newer one is parked until the app is updated. */
export const BATCH_SCHEMA = 1;
/** Version of the meeting record that goes up. */
export const MEETING_RECORD_SCHEMA = 1;
/** Header carrying the protocol version, both ways. */
export const PROTOCOL_HEADER = 'x-so-protocol';
