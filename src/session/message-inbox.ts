import { decideMessage } from '../answer/decide.js';
import type { MessageDecision } from '../answer/decision.js';
import { type Duplicates, duplicateKeys } from '../answer/duplicates.js';
import type { RuleSet } from '../answer/rule.js';
import type { RuleMemory } from '../answer/rule-memory.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { type BotMessage, parseBotMessage } from '../protocol/bot-message.js';
import { streamResponse } from '../protocol/stream-frame.js';
import type { RunFollowUps } from './follow-ups.js';
import type { ScriptRules } from './script-rules.js';
import type { SessionDeps } from './session-deps.js';

/** stream-protocol §3.2: the content is not used today; this constant is what is recommended. */
const acknowledgement = '{"response":null}';

export interface MessageInboxParts {
  readonly memory: RuleMemory;
  readonly scripts: Pick<ScriptRules, 'ofMessage'>;
  readonly followUps: RunFollowUps;
  readonly duplicates: Duplicates<unknown>;
}

/**
 * Takes bot messages: acknowledged before anything else (stream-protocol §8.2 C13), then logged,
 * then the rules may send a card.
 */
export function createMessageInbox(
  { clock, log, rules: askRules }: Pick<SessionDeps, 'clock' | 'log' | 'rules'>,
  { memory, scripts, followUps, duplicates }: MessageInboxParts,
): (received: ReceivedFrame) => void {
  async function askScript(
    message: BotMessage,
    { rule, script }: Extract<MessageDecision, { kind: 'script' }>,
    templateIdOf: RuleSet['templateIdOf'],
  ): Promise<void> {
    const { msgId } = message;
    const said = await scripts.ofMessage({ rule, script, message, templateIdOf });
    if (said?.kind === 'answer' && said.then.length > 0) followUps(said.then, { rule, msgId });
    else log.append({ type: 'message.unanswered', msgId });
  }

  function applyRules(message: BotMessage): void {
    const { msgId } = message;
    const rules = askRules();
    const decision = rules && decideMessage({ rules, message, nowMs: clock.now(), memory });
    if (!decision || decision.kind === 'none') {
      log.append({ type: 'message.unanswered', msgId });
      return;
    }
    const { kind, rule } = decision;
    const action = kind === 'do' ? 'send' : kind;
    log.append({ type: 'rule.matched', rule, on: 'message', subject: msgId, action });
    if (kind === 'do') followUps(decision.then, { rule, msgId });
    else if (kind === 'script') void askScript(message, decision, rules.templateIdOf);
  }

  /** The message is acknowledged and logged by now; rules that fail lose nothing but their card. */
  function tryRules(message: BotMessage): void {
    try {
      applyRules(message);
    } catch (error) {
      const params = { detail: redactText(messageOf(error)) };
      log.append({ type: 'notice', level: 'error', key: 'notice.rulesFailed', params });
    }
  }

  return (received) => {
    const { connectionId, frame } = received;
    const { messageId, topic } = frame.headers;
    const sent = received.respond(streamResponse(messageId, acknowledgement));
    const raw = redactText(received.raw);
    const answered = { type: 'frame.answered', messageId, topic, code: 200, sent } as const;
    const parsed = parseBotMessage(frame.data);
    if (!parsed) {
      const detail = 'data is not a JSON object';
      log.append(
        { type: 'frame.malformed', connectionId, problem: 'content', detail, raw },
        answered,
      );
      return;
    }
    const { message } = parsed;
    const { msgId } = message;
    if (duplicates.arrived(duplicateKeys(frame, msgId)).deliveries > 1) {
      log.append({ type: 'message.duplicate', connectionId, messageId, msgId, raw }, answered);
      return;
    }
    log.append({ type: 'message.received', connectionId, messageId, message, raw }, answered);
    tryRules(message);
  };
}
