import { type Duplicates, duplicateKeys } from '../answer/duplicates.js';
import { matchMessage } from '../answer/match.js';
import { ruleCard } from '../answer/rule-card.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { ReceivedFrame } from '../platform/stream-connection.js';
import { type BotMessage, parseBotMessage } from '../protocol/bot-message.js';
import { streamResponse } from '../protocol/stream-frame.js';
import type { CardSender } from './card-sender.js';
import type { CardStreamer } from './card-streamer.js';
import type { SessionDeps } from './session-deps.js';

/** stream-protocol §3.2: the content is not used today; this constant is what is recommended. */
const acknowledgement = '{"response":null}';

/**
 * Takes bot messages: acknowledged before anything else (stream-protocol §8.2 C13), then logged,
 * then the rules may send a card.
 */
export function createMessageInbox(
  deps: Pick<SessionDeps, 'log' | 'rules'>,
  sender: CardSender,
  streamer: CardStreamer,
  duplicates: Duplicates<unknown>,
): (received: ReceivedFrame) => void {
  const { log } = deps;

  function applyRules(message: BotMessage): void {
    const { msgId } = message;
    const rules = deps.rules();
    const rule = rules && matchMessage(rules, message).rule;
    if (!rule) {
      log.append({ type: 'message.unanswered', msgId });
      return;
    }
    const { name, action } = rule;
    log.append({
      type: 'rule.matched',
      rule: name,
      on: 'message',
      subject: msgId,
      action: action.kind,
    });
    if (action.kind === 'leave') return;
    const card = ruleCard(action, message);
    const because = { rule: name, msgId };
    if (card.ok) {
      const { stream } = action;
      // The failure is in the log as `card.failed`; nobody else waits for it.
      sender.send(card.draft, because).then(
        ({ outTrackId }) => stream && streamer.begin(outTrackId, stream, because),
        () => undefined,
      );
      return;
    }
    log.append({
      type: 'card.failed',
      outTrackId: '',
      cardTemplateId: action.card.cardTemplateId,
      openSpaceId: '',
      error: card.error,
      because,
    });
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
