import { type Answer, answerOf } from './answer.js';
import type { CallbackDeed } from './rule.js';
import { type Subject, valueFor } from './value.js';

/** The answer of a rule to one callback; undefined where it gives none itself. */
export function saidBy(action: CallbackDeed['action'], subject: Subject): Answer | undefined {
  switch (action.kind) {
    case 'answer':
      return answerOf(valueFor(action.response, subject));
    case 'fail': {
      const { code } = action;
      return { kind: 'fail', code, message: valueFor(action.message, subject) };
    }
    case 'leave':
    case 'script':
      return undefined;
  }
}
