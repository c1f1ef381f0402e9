import { defineConfig } from 'vitest/config';

/** In real time with a deadline: nothing else may run beside it. */
const alone = ['test/e2e/thousand-callbacks.test.ts'];

export default defineConfig({
  test: {
    // One module graph for the whole worker: importing Ink per file costs seconds (docs/decisions/002).
    isolate: false,
    pool: 'threads',
    // The text of this stylesheet goes into HTML files; every other one is of no use to tests.
    css: { include: [/card\.css/] },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: process.env['DTCARD_CI_SUMMARY']
      ? ['default', './scripts/ci-summary.ts']
      : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: alone,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
