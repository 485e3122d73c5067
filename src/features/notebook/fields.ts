/** Every field of a note: what taking one away clears. */
export const NOTE_FIELDS = ['memberId', 'kind', 'on', 'meetingId', 'text', 'cause', 'remedy', 'due', 'followUp', 'settledOn'] as const;
