export { capitals, LAYOUT_2018, LAYOUT_2026, LAYOUTS, layoutOn, type Layout } from './layout';
export type { Block, Closed, Column, Foot, Head, Look, PartyDocument, Recipients, Signer, SlipLine } from './types';
