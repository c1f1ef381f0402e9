import { isDtcardError } from '../base/errors.js';
import { type SourceNode, textOf } from '../base/source-node.js';
import { recipientToSpace } from '../protocol/open-space-id.js';
import type { SendTarget } from './rule.js';
import type { Problems } from './text-condition.js';

/** Reads `to`; without it the card goes where the message came from. */
export function sendTarget(node: SourceNode | undefined, problems: Problems): SendTarget {
  const to = textOf(node);
  if (!node || to === undefined || to === 'conversation') return { kind: 'conversation' };
  if (to === 'sender') return { kind: 'sender' };
  try {
    const { openSpaceId, userIdType } = recipientToSpace(to);
    if (userIdType === 1) return { kind: 'space', openSpaceId };
    problems.push({ ...node.place, message: 'to cannot be a unionId in rules; use the userId' });
  } catch (error) {
    if (!isDtcardError(error)) throw error;
    const { reason, detail } = error.params;
    const because = [reason, detail].filter((part) => part !== undefined && part !== '').join(' ');
    problems.push({
      ...node.place,
      message: `to must be conversation, sender, an openSpaceId, cid… or a userId (${because})`,
    });
  }
  return { kind: 'conversation' };
}
