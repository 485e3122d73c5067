export function ReportsPage(_props: object) { return null; }
