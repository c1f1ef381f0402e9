import { isDtcardError } from '../base/errors.js';
import { type SourceNode, textOf } from '../base/source-node.js';
import { recipientToSpace } from '../protocol/open-space-id.js';
import type { Reading } from './reading.js';
import type { SendTarget } from './rule.js';
import { textValue } from './text-template.js';
import { always, type Value, workedOut } from './value.js';

export type ReadTarget =
  | { readonly ok: true; readonly target: SendTarget }
  /** `reason` and `detail` of E1002. */
  | { readonly ok: false; readonly reason: string; readonly to: string; readonly detail: string };

/** Reads `to`; without it the card goes where the message came from. What can be checked now is noted now. */
export function sendTarget(node: SourceNode | undefined, reading: Reading): Value<ReadTarget> {
  if (textOf(node) === undefined) return always(conversation);
  const to = textValue(node, reading);
  if (!to.isConstant) return workedOut((subject) => targetOf(to.of(subject)));
  const read = targetOf(to.constant);
  if (read.ok || !node) return always(read);
  const because = [read.reason, read.detail].filter((part) => part !== '').join(' ');
  reading.problems.push({
    ...node.place,
    message:
      read.reason === 'union-id'
        ? 'to cannot be a unionId in rules; use the userId'
        : `to must be conversation, sender, an openSpaceId, cid… or a userId (${because})`,
  });
  return always(conversation);
}

const conversation: ReadTarget = { ok: true, target: { kind: 'conversation' } };

/** Never throws. */
export function targetOf(to: string): ReadTarget {
  if (to === 'conversation' || to === 'sender') return { ok: true, target: { kind: to } };
  try {
    const { openSpaceId, userIdType } = recipientToSpace(to);
    if (userIdType === 1) return { ok: true, target: { kind: 'space', openSpaceId } };
    return { ok: false, reason: 'union-id', to, detail: '' };
  } catch (error) {
    if (!isDtcardError(error)) throw error;
    const { reason, detail } = error.params;
    return { ok: false, reason: String(reason ?? ''), to, detail: String(detail ?? '') };
  }
}
