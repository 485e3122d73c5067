import { createContext, type ReactNode, type RefObject } from 'react';
import type { TextAreaProps } from './text-area';

/** Draws something below every long text, told its element and what it was given, for instance a button that takes words down; null: nothing. */
export const FieldTool = /* @__PURE__ */ createContext<((area: RefObject<HTMLTextAreaElement>, props: TextAreaProps) => ReactNode) | null>(null);
