import type { ScriptRunner } from '../answer/script-runner.js';
import type { Clock } from '../base/clock.js';
import { scriptNodeOptions } from './script-node-options.js';

/** A script runner that is loaded when the first rule has a script. */
export function createLazyScripts(
  clock: Clock,
  onOutput: (file: string, text: string) => void = () => undefined,
): ScriptRunner {
  let loading: Promise<ScriptRunner> | undefined;
  let isClosed = false;

  function runner(): Promise<ScriptRunner> {
    loading ??= import('../answer/create-script-runner.js').then(({ createScriptRunner }) => {
      const made = createScriptRunner({ clock, onOutput, execArgv: scriptNodeOptions() });
      if (isClosed) void made.close();
      return made;
    });
    return loading;
  }

  return {
    run: async (script, input) => (await runner()).run(script, input),
    warmUp: async (script) => (await runner()).warmUp(script),
    async close() {
      isClosed = true;
      await (await loading)?.close();
    },
  };
}
