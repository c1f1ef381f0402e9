import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes `N passed, N failed` to the file named by DTCARD_CI_SUMMARY, for `.ci/run` to print last. */
export default class CiSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
      }
      // A file that cannot be loaded has no tests; it must not look like success.
      failed += module.errors().length;
    }
    const file = process.env['DTCARD_CI_SUMMARY'];
    if (file) writeFileSync(file, `${passed} passed, ${failed} failed\n`);
  }
}
