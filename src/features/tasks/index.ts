export function TasksPage(_props: object) { return null; }
