/** Modules for rules in a directory of their own, and the runner that calls them. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createScriptRunner,
  type ScriptRunnerOptions,
} from '../../src/answer/create-script-runner.js';
import type { ScriptResult } from '../../src/answer/script-runner.js';
import { systemClock } from '../../src/base/clock.js';
import type { JsonObject } from '../../src/base/json-text.js';

export function createScripts(options: Partial<ScriptRunnerOptions> = {}) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'dtcard-scripts-'));
  const printed: string[] = [];
  const runner = createScriptRunner({
    clock: systemClock,
    onOutput: (_file, text) => printed.push(text),
    ...options,
  });
  onTestFinished(async () => {
    await runner.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const at = (name: string) => path.join(directory, name);
  return {
    directory,
    runner,
    printed,
    at,
    /** As editors do: the new file takes the place of the old one. */
    write: (name: string, text: string): string => {
      writeFileSync(at('.new'), text);
      renameSync(at('.new'), at(name));
      return at(name);
    },
    run: (name: string, input: JsonObject = {}, timeLimitMs = 10_000): Promise<ScriptResult> =>
      runner.run({ file: at(name), timeLimitMs }, input),
  };
}

/** What the script returned. */
export function valueOf(result: ScriptResult) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Code, reason and detail of what failed. */
export function failureOf(result: ScriptResult): string {
  if (result.ok) throw new Error(`it returned ${JSON.stringify(result.value)}`);
  const { code, params } = result.error;
  return [code, params['reason'], params['detail']].filter((part) => part !== '').join(' ');
}
