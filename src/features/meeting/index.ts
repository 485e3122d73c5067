export function MeetingsPage(_props: object) { return null; }
export function MeetingNewPage(_props: object) { return null; }
export function MeetingPage(_props: object) { return null; }
