import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
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
  },
});
