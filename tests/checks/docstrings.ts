/** Every export of the rooms below the screens says what it is: a doc comment directly above it. */
import type { Check, Problem } from './problem';
import { shippedOf, type ESTree, type Source } from './source';

const ROOMS = /^src\/(domain|packs|protocol|crypto|storage|sync|server)\//;

export const docstrings: Check = (root) => shippedOf(root).filter(({ file }) => ROOMS.test(file)).flatMap(undocumented);

/** Exports without a doc comment. Re-exports are documented where they are declared; a name needs one comment only. */
export function undocumented(source: Source): Problem[] {
  const documented = new Set<string>();
  const exported: { name: string; line: number }[] = [];
  for (const node of source.program.body) {
    const hasDoc = isDocumented(source, node.start);
    const line = source.lineAt(node.start);
    if (node.type === 'ExportNamedDeclaration' && !node.source) {
      const names = node.declaration ? declared(node.declaration) : [];
      if (hasDoc) names.forEach((name) => documented.add(name));
      names.forEach((name) => exported.push({ name, line }));
      for (const { local } of node.specifiers) if (local.type === 'Identifier') exported.push({ name: local.name, line });
    } else if (node.type === 'ExportDefaultDeclaration') {
      if (hasDoc) documented.add('default');
      exported.push({ name: 'default', line });
    } else if (hasDoc) {
      declared(node).forEach((name) => documented.add(name));
    }
  }
  const missing = new Map(exported.filter(({ name }) => !documented.has(name)).map(({ name, line }) => [name, line]));
  return [...missing].map(([name, line]) => ({ file: source.file, line, message: `export ${name} has no doc comment above it` }));
}

function isDocumented({ comments, text }: Source, start: number): boolean {
  let until = start;
  for (const comment of comments.filter(({ end }) => end <= start).reverse()) {
    if (text.slice(comment.end, until).trim() !== '') return false;
    if (comment.type === 'Block' && comment.value.startsWith('*')) return /\p{L}{2}/u.test(comment.value);
    // A line comment for a tool may stand between.
    until = comment.start;
  }
  return false;
}

function declared(node: ESTree.Node): string[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  if ('id' in node && node.id && typeof node.id === 'object' && 'name' in node.id) return [String(node.id.name)];
  return [];
}
