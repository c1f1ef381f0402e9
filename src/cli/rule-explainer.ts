import { decideCallback, decideMessage } from '../answer/decide.js';
import type { CallbackDecision, MessageDecision } from '../answer/decision.js';
import { type Explanation, explainCallback, explainMessage } from '../answer/explain-rules.js';
import type { RuleSet } from '../answer/rule.js';
import { createRuleMemory } from '../answer/rule-memory.js';
import { scriptFailed } from '../answer/script-error.js';
import { scriptCallbackInput, scriptMessageInput } from '../answer/script-input.js';
import type { ScriptRunner } from '../answer/script-runner.js';
import {
  readScriptValue,
  type ScriptContext,
  type ScriptDecision,
} from '../answer/script-value.js';
import type { JsonObject } from '../base/json-text.js';
import type { DtcardEvent, ErrorSummary } from '../log/event.js';
import type { Projection } from '../log/event-log.js';
import { createTapKnowledge } from '../log/filter/tap-knowledge.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';

export type Explained =
  | ExplainedAs<'callback', CardCallback, CallbackDecision>
  | ExplainedAs<'message', BotMessage, MessageDecision>;

interface ExplainedAs<On extends string, Subject, Decision> {
  readonly on: On;
  readonly subject: Subject;
  readonly explanation: Explanation;
  readonly decision: Decision;
  /** What the rule's script said, where it has one. */
  readonly script?: ScriptSaid;
}

type ScriptSaid =
  | { readonly ok: true; readonly decision: ScriptDecision; readonly tookMs: number }
  | { readonly ok: false; readonly error: ErrorSummary; readonly tookMs: number };

/** Applies rules as a run would: what happened before is known, and every use counts. */
export interface RuleExplainer {
  /** Nick of a person, as far as it was told. */
  nickOf(userId: string): string | undefined;
  learn(event: DtcardEvent): void;
  callback(callback: CardCallback, nowMs: number): Promise<Explained>;
  message(message: BotMessage, nowMs: number): Promise<Explained>;
}

export function createRuleExplainer(
  rules: RuleSet,
  scripts: ScriptRunner,
  aliasesOf: (cardTemplateId: string) => readonly string[],
): RuleExplainer {
  const memory = createRuleMemory();
  const projections: Projection<unknown>[] = [];
  const known = createTapKnowledge(
    {
      project(projection) {
        projections.push(projection);
        return projection;
      },
    },
    aliasesOf,
  );
  const { templateIdOf } = rules;
  /** Names of people whose messages came without an event. */
  const nicks = new Map<string, string>();
  const nickOf = (userId: string) => known.names.nickOf?.(userId) ?? nicks.get(userId);

  async function asked(
    decision: CallbackDecision | MessageDecision,
    input: () => JsonObject,
    context: ScriptContext,
  ): Promise<{ readonly script?: ScriptSaid }> {
    if (decision.kind !== 'script') return {};
    const { script } = decision;
    const result = await scripts.run(script, input());
    if (!result.ok) return { script: result };
    const { tookMs } = result;
    const read = readScriptValue(result.value, context);
    if (read.ok) return { script: { ...read, tookMs } };
    const error = scriptFailed(script.file, 'reply', read.detail);
    return { script: { ok: false, error, tookMs } };
  }

  return {
    nickOf,
    learn(event) {
      for (const projection of projections) projection.apply(event);
    },
    async callback(callback, nowMs) {
      const given = { rules, callback, nowMs, memory, known };
      const explanation = explainCallback(given);
      const decision = decideCallback(given);
      const card = known.cardOf(callback.outTrackId);
      const nick = nickOf(callback.userId);
      const said = await asked(
        decision,
        () => scriptCallbackInput({ callback, card, nick, nowMs }),
        { on: 'callback', callback, card, templateIdOf },
      );
      return { on: 'callback', subject: callback, explanation, decision, ...said };
    },
    async message(message, nowMs) {
      const { senderStaffId, senderNick } = message;
      if (senderStaffId !== '' && senderNick !== '') nicks.set(senderStaffId, senderNick);
      const given = { rules, message, nowMs, memory };
      const explanation = explainMessage(given);
      const decision = decideMessage(given);
      const said = await asked(decision, () => scriptMessageInput(message, nowMs), {
        on: 'message',
        message,
        templateIdOf,
      });
      return { on: 'message', subject: message, explanation, decision, ...said };
    },
  };
}
