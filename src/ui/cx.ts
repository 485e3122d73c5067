// The package says that only style sheets have side effects, so a bundler may skip index.ts. Every component needs
// this module, so the styles stand here: they come with the first component that is used.
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';

/** Joins class names, leaving out what is absent. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
