import type { RuleSet } from '../../src/answer/rule.js';
import type { CardCallbackResponse } from '../../src/protocol/card-callback.js';

/** An answer of a rules file; without actions it is for every one. */
export interface NamedAnswer {
  readonly label: string;
  readonly response: CardCallbackResponse | undefined;
  readonly actions?: readonly string[];
}

/** A rules file that holds nothing but answers. */
export function answersAsRules(answers: readonly NamedAnswer[]): RuleSet {
  return {
    file: 'rules.yaml',
    messageRules: [],
    callbackRules: [],
    rules: [],
    asksForCards: false,
    answers: answers.map((answer) => ({
      // A getter: a label that throws is to do so where it is read.
      get name() {
        return answer.label;
      },
      actions: answer.actions ?? [],
      response: () => answer.response,
    })),
  };
}
