export { LAYOUT_2018, LAYOUT_2026, LAYOUTS, type Layout } from '../form';
export { documentDocx } from './document';
export { minutesDocx, type MinutesDocxInput } from './minutes';
