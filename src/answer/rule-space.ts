import { formatOpenSpaceId, parseOpenSpaceId } from '../protocol/open-space-id.js';
import type { SendTarget } from './rule.js';
import type { Subject } from './value.js';

/** Where a rule's card goes. `isUnionId`: the person is named by a unionId. */
export type RuleSpace =
  | { readonly ok: true; readonly openSpaceId: string; readonly isUnionId: boolean }
  /** For E1002. */
  | { readonly ok: false; readonly reason: string; readonly to: string; readonly detail: string };

/** Works out the place, or why there is none (E1002). */
export function spaceFor(to: SendTarget, subject: Subject): RuleSpace {
  switch (to.kind) {
    case 'space':
      return { ok: true, openSpaceId: to.openSpaceId, isUnionId: false };
    case 'conversation':
      return isGroup(subject) ? group(subject) : sender(subject);
    case 'sender':
      return sender(subject);
  }
}

/**
 * A tap tells the chat but not its kind (stream-protocol Q15); where the card went does. A card that
 * is not known is taken to be in a group.
 */
function isGroup({ message, callback, card }: Subject): boolean {
  if (message) return message.conversationType === '2';
  if (!callback || !card) return true;
  const parsed = parseOpenSpaceId(card.openSpaceId);
  if (!parsed.ok) return true;
  const { targets } = parsed;
  const isPersonal = targets.some(
    ({ spaceType }) => spaceType === 'IM_ROBOT' || spaceType === 'IM_SINGLE',
  );
  return !isPersonal || targets.some(({ spaceId }) => spaceId === callback.spaceId);
}

function group({ message, callback }: Subject): RuleSpace {
  const spaceId = message ? message.conversationId : (callback?.spaceId ?? '');
  if (spaceId === '') {
    const detail = message ? 'conversationId' : 'spaceId';
    return { ok: false, reason: 'no-conversation', to: '', detail };
  }
  return {
    ok: true,
    openSpaceId: formatOpenSpaceId([{ spaceType: 'IM_GROUP', spaceId }]),
    isUnionId: false,
  };
}

/** IM_ROBOT takes the userId; the conversationId of a one-to-one chat is refused (card-openapi §2.3). */
function sender({ message, callback }: Subject): RuleSpace {
  const spaceId = message ? message.senderStaffId : (callback?.userId ?? '');
  if (spaceId === '') {
    const detail = message ? 'senderStaffId' : 'userId';
    return { ok: false, reason: 'no-sender', to: '', detail };
  }
  return {
    ok: true,
    openSpaceId: formatOpenSpaceId([{ spaceType: 'IM_ROBOT', spaceId }]),
    isUnionId: !message && callback?.userIdType === 2,
  };
}
