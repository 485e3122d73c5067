/** The test projects. `npm test` runs them one after another, each in a vitest of its own (see test.ts). */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './chromium';

/** Two files at a time on two cores; vitest leaves one of them free. */
const maxWorkers = cpus().length === 2 ? 2 : undefined;

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = findChromium();

// One clock zone on every machine, the secretary's own, so that printed times are the same everywhere.
process.env['TZ'] = 'Asia/Ho_Chi_Minh';

export default defineConfig({
  root,
  resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'tests/{checks,support}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          setupFiles: ['tests/support/setup-dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/{contract,sync,faults,migrations,versions}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          ...(maxWorkers && { maxWorkers }),
        },
      },
      {
        extends: true,
        // Found while a test runs, a dependency would reload the page under it.
        optimizeDeps: { include: ['dexie', 'i18next', 'react', 'react-dom/client', 'valibot', 'zustand'] },
        test: {
          name: 'browser',
          include: ['{src,tests}/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 390, height: 844 },
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_ARGS },
              contextOptions: { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A phone and a server each: two at a time, since each waits half of its time; more of them makes the slow ones late.
          maxWorkers: cpus().length >= 2 ? 2 : 1,
        },
      },
    ],
  },
});
