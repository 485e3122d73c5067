export function SyncStatusPage(_props: object) { return null; }
