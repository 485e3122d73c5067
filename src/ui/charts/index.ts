export type { Bar, Fill } from './bar';
export { BarRows, Legend, Strip, type BarRow, type Part } from './bar-rows';
export { Columns } from './columns';
export { DotMark, Dots, type Dot } from './dots';
export { Sparkline } from './sparkline';
