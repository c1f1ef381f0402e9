import type { ScriptRunnerOptions } from './create-script-runner.js';
import type { ScriptRunner } from './script-runner.js';

/** The runner of scripts, loaded when the first rule names one: most runs never need it. */
export function createLazyScriptRunner(options: ScriptRunnerOptions): ScriptRunner {
  let loading: Promise<ScriptRunner> | undefined;
  const load = () => {
    loading ??= import('./create-script-runner.js').then(({ createScriptRunner }) =>
      createScriptRunner(options),
    );
    return loading;
  };
  return {
    run: async (script, input) => (await load()).run(script, input),
    warmUp(script) {
      void load().then((runner) => runner.warmUp(script));
    },
    close: async () => (await loading)?.close(),
  };
}
