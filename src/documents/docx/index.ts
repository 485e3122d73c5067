export { LAYOUT_2018, LAYOUT_2026, LAYOUTS, type Layout } from './layout';
export { minutesDocx, type MinutesDocxInput } from './minutes';
