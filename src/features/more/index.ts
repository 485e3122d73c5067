export function MorePage(_props: object) { return null; }
