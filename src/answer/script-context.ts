import type { CardInstance } from '../log/cards.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';

/** What the script was asked about. */
export type ScriptContext =
  | {
      readonly on: 'callback';
      readonly callback: CardCallback;
      /** The card that was tapped, as far as it is known. */
      readonly card?: CardInstance | undefined;
      /** The id of a template that is named by its alias. */
      readonly templateIdOf?: ((word: string) => string) | undefined;
    }
  | {
      readonly on: 'message';
      readonly message: BotMessage;
      readonly templateIdOf?: ((word: string) => string) | undefined;
    };
