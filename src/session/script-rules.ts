import type { ScriptContext } from '../answer/script-context.js';
import { scriptCallbackInput, scriptMessageInput } from '../answer/script-input.js';
import type { ScriptRef } from '../answer/script-runner.js';
import { readScriptValue, type ScriptDecision } from '../answer/script-value.js';
import type { JsonObject } from '../base/json-text.js';
import type { ErrorSummary } from '../log/event.js';
import type { TapKnowledge } from '../log/filter/tap-knowledge.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import { summarise } from './api-events.js';
import type { SessionDeps } from './session-deps.js';

/** Lets the scripts of rules decide, and writes into the log what went wrong with them. */
export interface ScriptRules {
  /** @returns undefined when it failed; that is in the log by then. Never rejects. */
  ofCallback(asked: AskedCallback): Promise<ScriptDecision | undefined>;
  ofMessage(asked: AskedMessage): Promise<ScriptDecision | undefined>;
}

interface Asked {
  readonly rule: string;
  readonly script: ScriptRef;
  /** The id of a template that is named by its alias. */
  readonly templateIdOf: ((word: string) => string) | undefined;
}

export interface AskedCallback extends Asked {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  /** What is known of cards and people. */
  readonly known: TapKnowledge;
}

export interface AskedMessage extends Asked {
  readonly message: BotMessage;
}

export function createScriptRules({
  clock,
  log,
  scripts,
}: Pick<SessionDeps, 'clock' | 'log' | 'scripts'>): ScriptRules {
  async function ask(
    { rule, script }: Asked,
    subject: string,
    input: () => JsonObject,
    context: ScriptContext,
  ): Promise<ScriptDecision | undefined> {
    let tookMs = 0;
    const failed = (error: ErrorSummary): undefined => {
      log.append({ type: 'rule.scriptFailed', rule, subject, error, tookMs });
    };
    const { file } = script;
    if (!scripts) return failed(refused('E1020', file, 'scripts are not run here'));
    try {
      const result = await scripts.run(script, input());
      ({ tookMs } = result);
      if (!result.ok) return failed(result.error);
      const read = readScriptValue(result.value, context);
      if (!read.ok) return failed(refused('E1021', file, read.detail, 'reply'));
      return read.decision;
    } catch (error) {
      return failed(summarise(error));
    }
  }

  return {
    ofCallback(asked) {
      const { exchangeId, callback, known, templateIdOf } = asked;
      const card = known.cardOf(callback.outTrackId);
      const nick = known.names.nickOf?.(callback.userId);
      const input = () => scriptCallbackInput({ callback, card, nick, nowMs: clock.now() });
      const context: ScriptContext = {
        on: 'callback',
        callback,
        card,
        ...(templateIdOf && { templateIdOf }),
      };
      return ask(asked, exchangeId, input, context);
    },
    ofMessage(asked) {
      const { message, templateIdOf } = asked;
      const input = () => scriptMessageInput(message, clock.now());
      const context: ScriptContext = {
        on: 'message',
        message,
        ...(templateIdOf && { templateIdOf }),
      };
      return ask(asked, message.msgId, input, context);
    },
  };
}

function refused(
  code: 'E1020' | 'E1021',
  file: string,
  detail: string,
  reason?: string,
): ErrorSummary {
  return { code, params: { ...(reason === undefined ? {} : { reason }), file, detail } };
}
