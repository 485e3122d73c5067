/** oxlint with the project's own rules (.oxlintrc.json), type-aware: a forgotten promise is an error. */
import { oxlint } from './oxlint';
import type { Check } from './problem';

export const lint: Check = (root) => oxlint(root, ['--type-aware', 'src', 'tests', 'vite.config.ts']);
