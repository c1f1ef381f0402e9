import { decideCallback, decideMessage } from '../../src/answer/decide.js';
import type { CallbackInput } from '../../src/answer/match.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { callback, message, rulesOf, sometime } from './rule-subjects.js';

/** Rules of one file, asked again and again. */
export function deciding(rules: string, top = '') {
  const set = rulesOf(`version: 1\n${top}\nrules:\n${rules}`);
  const memory = createRuleMemory();
  return {
    tap: (
      stated: Parameters<typeof callback>[0] = {},
      more: Partial<Omit<CallbackInput, 'callback'>> = {},
    ) =>
      decideCallback({ rules: set, callback: callback(stated), nowMs: sometime, memory, ...more }),
    say: (stated: Parameters<typeof message>[0] = {}) =>
      decideMessage({ rules: set, message: message(stated), nowMs: sometime, memory }),
  };
}

/** An answer that changes these. */
export const update = (cardParamMap: Readonly<Record<string, string>>) => ({
  kind: 'update',
  response: { cardData: { cardParamMap } },
});
