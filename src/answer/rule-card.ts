import type { ErrorSummary } from '../log/event.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardDraft } from '../protocol/card-api.js';
import { formatOpenSpaceId } from '../protocol/open-space-id.js';
import type { SendAction, SendTarget } from './rule.js';

export type RuleCard =
  | { readonly ok: true; readonly draft: Omit<CardDraft, 'outTrackId'> }
  | { readonly ok: false; readonly error: ErrorSummary };

/** The card a rule sends for a message, or why there is nobody to send it to (E1002). */
export function ruleCard(action: SendAction, message: BotMessage): RuleCard {
  const space = openSpaceIdFor(action.to, message);
  if ('missing' in space) {
    return {
      ok: false,
      error: { code: 'E1002', params: { reason: space.missing, to: '', detail: space.detail } },
    };
  }
  return { ok: true, draft: { ...action.card, openSpaceId: space.openSpaceId } };
}

type Space =
  | { readonly openSpaceId: string }
  | { readonly missing: MissingRecipient; readonly detail: string };

/** `reason` of the error, beside those of `recipientToSpace`. */
export type MissingRecipient = 'no-sender' | 'no-conversation';

function openSpaceIdFor(to: SendTarget, message: BotMessage): Space {
  switch (to.kind) {
    case 'space':
      return { openSpaceId: to.openSpaceId };
    case 'conversation':
      return message.conversationType === '2' ? group(message) : sender(message);
    case 'sender':
      return sender(message);
  }
}

function group(message: BotMessage): Space {
  return message.conversationId === ''
    ? { missing: 'no-conversation', detail: 'the message has no conversationId' }
    : {
        openSpaceId: formatOpenSpaceId([
          { spaceType: 'IM_GROUP', spaceId: message.conversationId },
        ]),
      };
}

/** IM_ROBOT takes the userId; the conversationId of a one-to-one chat is refused (card-openapi §2.3). */
function sender(message: BotMessage): Space {
  return message.senderStaffId === ''
    ? {
        missing: 'no-sender',
        detail:
          'the message has no senderStaffId (the sender is outside the organisation, or the app is not published)',
      }
    : {
        openSpaceId: formatOpenSpaceId([{ spaceType: 'IM_ROBOT', spaceId: message.senderStaffId }]),
      };
}
