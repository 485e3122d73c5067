/** Where the code asks for a text: `t('group.key')` with the namespace its `t` was made for. */
import type { ESTree, Source } from './source';

/** One way a key is written: the fixed parts, with anything between them. `['state.', '']` is `t(\`state.${x}\`)`. */
export type Pattern = readonly string[];

export interface Use {
  pattern: Pattern;
  /** Null when the file does not say, as for a `t` handed over as an argument. */
  namespace: string | null;
  line: number;
}

/** Functions that make a `t` for a namespace. */
const MAKERS = new Set(['useT', 'useRecordT', 'getFixedT', 'translator']);

interface Binding {
  name: string;
  namespace: string;
  scope: { start: number; end: number };
}

/** Every call of a translate function with what can be known of its key. */
export function usesOf(source: Source): Use[] {
  const scopes: { start: number; end: number }[] = [{ start: 0, end: source.text.length + 1 }];
  const open = (node: { start: number; end: number }): void => void scopes.push({ start: node.start, end: node.end });
  source.visit({ FunctionDeclaration: open, FunctionExpression: open, ArrowFunctionExpression: open });

  const bindings: Binding[] = [];
  source.visit({
    VariableDeclarator: ({ id, init, start }) => {
      const made = init && namespaceMade(init);
      if (id.type === 'Identifier' && made) bindings.push({ name: id.name, namespace: made, scope: innermost(scopes, start) });
    },
  });

  const uses: Use[] = [];
  source.visit({
    CallExpression: ({ callee, arguments: [key], start }) => {
      if (!key || !isTranslate(callee, bindings)) return;
      const name = callee.type === 'Identifier' ? callee.name : null;
      const bound = bindings
        .filter((binding) => binding.name === name && binding.scope.start <= start && start < binding.scope.end)
        .sort((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0];
      const namespace = bound?.namespace ?? namespaceMade(callee);
      for (const pattern of patternsOf(key)) uses.push({ ...split(pattern, namespace), line: source.lineAt(start) });
    },
  });
  return uses;
}

/** Every string the file holds that could be a key, or the beginning of one. */
export function stringsOf(source: Source): Pattern[] {
  const found: Pattern[] = [];
  source.visit({
    Literal: (node) => void (typeof node.value === 'string' && found.push([node.value])),
    TemplateLiteral: (node) => void found.push(...patternsOf(node)),
  });
  return found;
}

export function matches(pattern: Pattern, key: string): boolean {
  if (pattern.length === 1) return pattern[0] === key;
  const regex = new RegExp(`^${pattern.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u');
  return regex.test(key);
}

function split(pattern: Pattern, namespace: string | null): { pattern: Pattern; namespace: string | null } {
  const [first = '', ...rest] = pattern;
  const colon = first.indexOf(':');
  return colon > 0 ? { pattern: [first.slice(colon + 1), ...rest], namespace: first.slice(0, colon) } : { pattern, namespace };
}

/** The keys an argument can name; a variable names none that could be known. */
function patternsOf(node: ESTree.Node): Pattern[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [[node.value]] : [];
  if (node.type === 'TemplateLiteral') return [node.quasis.map(({ value }) => value.cooked ?? '')];
  if (node.type === 'ConditionalExpression') return [...patternsOf(node.consequent), ...patternsOf(node.alternate)];
  if (node.type === 'LogicalExpression') return [...patternsOf(node.left), ...patternsOf(node.right)];
  if (node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression') return patternsOf(node.expression);
  return [];
}

function isTranslate(callee: ESTree.Node, bindings: readonly Binding[]): boolean {
  if (callee.type === 'Identifier') return callee.name === 't' || bindings.some(({ name }) => name === callee.name);
  if (callee.type === 'MemberExpression') return callee.property.type === 'Identifier' && callee.property.name === 't';
  return namespaceMade(callee) !== null;
}

function namespaceMade(node: ESTree.Node): string | null {
  if (node.type !== 'CallExpression') return null;
  const { callee } = node;
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  if (!MAKERS.has(name)) return null;
  const namespace = node.arguments.find((argument) => argument.type === 'Literal' && typeof argument.value === 'string');
  return namespace?.type === 'Literal' ? String(namespace.value) : null;
}

function innermost(scopes: { start: number; end: number }[], at: number): { start: number; end: number } {
  return scopes.filter(({ start, end }) => start <= at && at < end).reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
}
