/** Every way a file can reach another one. */
import type { ESTree, Source } from './source';

export interface Import {
  specifier: string;
  line: number;
  /** The name is put together while running; `specifier` is then the part that is known from the start. */
  computed: boolean;
}

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (node: { start: number }, argument: ESTree.Node | null | undefined): void => {
    if (argument) found.push({ ...read(argument), line: source.lineAt(node.start) });
  };
  source.visit({
    ImportDeclaration: (node) => add(node, node.source),
    ExportAllDeclaration: (node) => add(node, node.source),
    ExportNamedDeclaration: (node) => add(node, node.source),
    ImportExpression: (node) => add(node, node.source),
    TSImportType: (node) => add(node, node.source),
    TSExternalModuleReference: (node) => add(node, node.expression),
    // new URL('./worker.ts', import.meta.url)
    NewExpression: (node) => {
      const [address, base] = node.arguments;
      if (isNamed(node.callee, 'URL') && base && isMeta(base, 'url')) add(node, address);
    },
    // import.meta.glob('./locales/*.json'), require('...')
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (isMeta(node.callee, 'glob')) (first?.type === 'ArrayExpression' ? first.elements : [first]).forEach((one) => add(node, one));
      if (isNamed(node.callee, 'require')) add(node, first);
    },
  });
  return found;
}

function read(node: ESTree.Node): { specifier: string; computed: boolean } {
  if (node.type === 'Literal' && typeof node.value === 'string') return { specifier: node.value, computed: false };
  if (node.type === 'TSLiteralType') return read(node.literal);
  if (node.type === 'TemplateLiteral') {
    return { specifier: node.quasis[0]?.value.cooked ?? '', computed: node.expressions.length > 0 };
  }
  return { specifier: '', computed: true };
}

function isNamed(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function isMeta(node: ESTree.Node, property: string): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'MetaProperty' && isNamed(node.property, property);
}
