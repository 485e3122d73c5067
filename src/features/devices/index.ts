export function DevicesPage(_props: object) { return null; }
