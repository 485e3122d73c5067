/** Excel files from the book's records. Loaded when one is asked for. */
export { attendanceTable, rollsOf, type AttendanceOptions } from './attendance';
export { registerTables, type RegisterOptions } from './register';
export { scoreTables, type Scored, type ScoresOptions } from './scores';
export { tasksTable, type TasksOptions } from './tasks';
export type { Column, FormHead, Row, Table, Value, Words } from './table';
export { excelFile } from './write';
