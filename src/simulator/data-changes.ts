import type { CardParamMap } from '../protocol/card-callback.js';
import type { OwnData, SimCard } from './card-store.js';
import type { SimContext } from './sim-context.js';
import type { OwnDataChange, SimEventBody } from './sim-event.js';

/**
 * What became of one viewer's own data; undefined when nothing did. Maps are replaced and never
 * changed, so comparing them is enough.
 */
export function ownChanges(
  userId: string,
  before: OwnData,
  after: OwnData,
): readonly OwnDataChange[] | undefined {
  const isPrivate = before.private !== after.private;
  const isAnswered = before.answered !== after.answered;
  if (!isPrivate && !isAnswered) return undefined;
  const changes: OwnDataChange[] = [];
  if (isPrivate) {
    changes.push({ userId, layer: 'private', before: before.private, after: after.private });
  }
  if (isAnswered) {
    changes.push({
      userId,
      layer: 'answered',
      before: before.answered,
      after: after.answered,
      ...(before.isReplaced && { wasReplaced: true }),
    });
  }
  return changes;
}

type CardChanged = Extract<SimEventBody, { type: 'card.changed' }>;

/** @param before public data before the change; events keep the maps themselves, no copies */
export function reportChange(
  { report }: Pick<SimContext, 'report'>,
  { outTrackId, cardParamMap }: SimCard,
  by: CardChanged['by'],
  viewers: readonly string[],
  before: CardParamMap,
  own?: readonly OwnDataChange[],
): void {
  report({ type: 'card.changed', outTrackId, by, viewers, cardParamMap, before, own });
}
