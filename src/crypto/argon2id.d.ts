declare module 'argon2id/lib/setup.js' {
  import type { computeHash } from 'argon2id';
  type Load = (imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  export default function setupWasm(simd: Load, plain: Load): Promise<computeHash>;
}
