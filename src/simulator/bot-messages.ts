import type { JsonObject } from '../base/json-text.js';
import type { SessionWebhook } from './session-webhooks.js';
import type { SimApp, SimConversation, SimPerson } from './world.js';

export interface BotMessageInput {
  readonly msgId: string;
  readonly text: string;
  readonly person: SimPerson;
  readonly conversation: SimConversation;
  readonly app: SimApp;
  readonly corpId: string;
  readonly createAt: number;
  readonly webhook: SessionWebhook;
}

/** The decoded `data` of a text message to the bot (stream-protocol §5.1, §5.3). */
export function composeBotMessage(input: BotMessageInput): JsonObject {
  const { person, conversation, app, corpId } = input;
  const isGroup = conversation.type === 'group';
  const chatbotUserId = chatbotUserIdOf(app);
  return {
    senderPlatform: 'Mac',
    conversationId: conversation.conversationId,
    ...(isGroup
      ? { atUsers: [{ dingtalkId: chatbotUserId }] }
      : { openThreadId: conversation.conversationId }),
    chatbotCorpId: corpId,
    chatbotUserId,
    msgId: input.msgId,
    senderNick: person.name,
    isAdmin: false,
    senderStaffId: person.userId,
    sessionWebhookExpiredTime: input.webhook.sessionWebhookExpiredTime,
    createAt: input.createAt,
    senderCorpId: corpId,
    conversationType: isGroup ? '2' : '1',
    senderId: person.senderId,
    ...(isGroup ? { conversationTitle: conversation.title, isInAtList: true } : {}),
    sessionWebhook: input.webhook.sessionWebhook,
    // Where the mention of the bot was removed a blank stays (stream-protocol §5.1).
    text: { content: isGroup ? ` ${input.text}` : input.text },
    robotCode: app.robotCode,
    msgtype: 'text',
  };
}

/** The encrypted id a bot has in messages; no use but to recognise itself. */
export function chatbotUserIdOf(app: SimApp): string {
  return `$:LWCP_v1:$${Buffer.from(app.robotCode).toString('base64').slice(0, 22)}`;
}
