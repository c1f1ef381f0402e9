import type { Rule } from '../answer/rule.js';
import type { ScriptRunner } from '../answer/script-runner.js';
import type { EventLog } from '../log/event-log.js';

/** Loads the scripts of rules, and tells which cannot be used: now, and not only when somebody taps. */
export async function warmUpScripts(
  rules: readonly Pick<Rule, 'name' | 'action'>[],
  scripts: Pick<ScriptRunner, 'warmUp'>,
  log: Pick<EventLog, 'append'>,
): Promise<void> {
  const warmed = rules.map(async ({ name, action }) => {
    if (action.kind !== 'script') return;
    const { script } = action;
    const error = await scripts.warmUp(script);
    if (!error) return;
    const { detail, reason } = error.params;
    const params = { rule: name, file: script.file, detail: detail || reason || '' };
    log.append({ type: 'notice', level: 'error', key: 'notice.scriptUnusable', params });
  });
  await Promise.all(warmed);
}
