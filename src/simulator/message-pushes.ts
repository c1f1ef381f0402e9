import { topics } from '../protocol/topics.js';
import { composeBotMessage } from './bot-messages.js';
import { findConversation, findPerson, robotOf, usualConversation } from './lookups.js';
import { type PushDeps, startPush } from './pushes.js';
import { refusal } from './refusal.js';
import type { NoConnection, StreamConnection } from './stream-connections.js';
import { callbackFrame } from './stream-frames.js';

const botMessageTopic = topics.botMessage;

/** A person writing to a bot. */
export interface MessageInput {
  /** A userId or a name. */
  readonly userId: string;
  readonly text: string;
  /** A conversationId or a title; absent: a group with a bot, else the person's own chat with one. */
  readonly conversationId?: string;
}

export interface MessageResult {
  readonly msgId: string;
  readonly conversationId: string;
  readonly userId: string;
  /** False: nobody was there to receive it, and nothing is kept for later. */
  readonly delivered: boolean;
  readonly messageId?: string;
  readonly connectionId?: string;
  readonly reason?: NoConnection | 'frame-too-large';
}

/** @throws E5002 for an unknown person or chat, one the person is not in, or one without a bot */
export function sendMessage(deps: PushDeps, input: MessageInput): MessageResult {
  const { context } = deps;
  const person = findPerson(context, input.userId);
  const conversation =
    input.conversationId === undefined
      ? usualConversation(context, person)
      : findConversation(context, input.conversationId);
  if (!conversation.members.includes(person.userId)) {
    throw refusal('not-a-member', `${person.name} is not in the chat ${conversation.title}`);
  }
  const { userId } = person;
  const { conversationId } = conversation;
  const app = robotOf(context, conversation);
  const msgId = deps.messageIds.message();
  const createAt = Math.floor(context.clock.now());
  const webhook = context.webhooks.issue(conversationId);
  const { corpId } = context.world;
  const { text } = input;
  const data = JSON.stringify(
    composeBotMessage({ msgId, text, person, conversation, app, corpId, createAt, webhook }),
  );
  let lastId = '';
  const pushed = startPush(deps, {
    kind: 'message',
    clientId: app.clientId,
    type: 'CALLBACK',
    topic: botMessageTopic,
    retriesUnconnected: false,
    frame: (connection: StreamConnection, messageId) =>
      callbackFrame(connection.partsFor(botMessageTopic), messageId, context.clock.now(), data),
    retryAfterMs: () => context.settings.redeliverAfterMs,
    onSent({ connectionId }, messageId, attempt) {
      lastId = messageId;
      context.report(
        attempt === 1
          ? { type: 'message.sent', msgId, conversationId, userId, text, connectionId }
          : { type: 'message.redelivered', msgId, messageId, attempt, connectionId },
      );
    },
    onAnswer({ code }, tookMs) {
      context.report({ type: 'message.answered', msgId, messageId: lastId, code, tookMs });
      return true;
    },
  });
  if (pushed.sent) {
    const { messageId, connectionId } = pushed;
    return { msgId, conversationId, userId, delivered: true, messageId, connectionId };
  }
  context.report({ type: 'message.sent', msgId, conversationId, userId, text });
  return { msgId, conversationId, userId, delivered: false, reason: pushed.reason };
}
