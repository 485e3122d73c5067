/** Component tests start on an empty page; tests without a page are left alone. */
import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
