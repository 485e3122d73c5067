/** What the linter cannot say: a domain that asks for the time without naming it, and a lint rule switched off in silence. */
import type { Check, Problem } from './problem';
import { shippedOf, sourcesOf, type Source } from './source';

const PURE = /^src\/(domain|packs)\//;
const DISABLED = /\b(?:ox|es)lint-disable/;
/** `-- because ...` after the rule's name. */
const REASON = /--\s*\S{3,}/;

export const purity: Check = (root) => [
  ...shippedOf(root).filter(({ file }) => PURE.test(file)).flatMap(clocks),
  ...sourcesOf(root).flatMap(silencers),
];

/** `new Date()` and `Date()` read the clock; `new Date(value)` does not. */
export function clocks(source: Source): Problem[] {
  const found: Problem[] = [];
  const look = (node: { start: number; callee: { type: string; name?: unknown }; arguments: readonly unknown[] }, always: boolean): void => {
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date' || (!always && node.arguments.length > 0)) return;
    found.push({ file: source.file, line: source.lineAt(node.start), message: 'reads the clock: take the time as an argument' });
  };
  source.visit({ NewExpression: (node) => look(node, false), CallExpression: (node) => look(node, true) });
  return found;
}

function silencers(source: Source): Problem[] {
  return source.comments
    .filter(({ value }) => DISABLED.test(value) && !REASON.test(value))
    .map(({ start }) => ({ file: source.file, line: source.lineAt(start), message: 'switches a lint rule off without a reason (`-- why`)' }));
}
