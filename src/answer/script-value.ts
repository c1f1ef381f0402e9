import type { JsonValue } from '../base/json-text.js';
import type { CardInstance } from '../log/cards.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import { type Answer, emptyAnswer } from './answer.js';
import type { FollowUp } from './decision.js';

/** What the script was asked about. */
export type ScriptContext =
  | {
      readonly on: 'callback';
      readonly callback: CardCallback;
      /** The card that was tapped, as far as it is known. */
      readonly card?: CardInstance | undefined;
      /** The id of a template that is named by its alias. */
      readonly templateIdOf?: (word: string) => string;
    }
  | {
      readonly on: 'message';
      readonly message: BotMessage;
      readonly templateIdOf?: (word: string) => string;
    };

export type ScriptDecision =
  /** For a message `answer` is empty, and only what follows counts. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly then: readonly FollowUp[] }
  /** Not for the script: the callback is left to somebody else, the message without a card. */
  | { readonly kind: 'leave' };

export type ReadScriptValue =
  | { readonly ok: true; readonly decision: ScriptDecision }
  /** `detail` names the path of what is wrong: `answer.cardData.status`. */
  | { readonly ok: false; readonly detail: string };

/** What a script's reply means (docs/scripts.md). */
export function readScriptValue(
  value: JsonValue | undefined,
  _context: ScriptContext,
): ReadScriptValue {
  if (value === undefined || value === null) return { ok: true, decision: { kind: 'leave' } };
  return { ok: true, decision: { kind: 'answer', answer: emptyAnswer, then: [] } };
}
