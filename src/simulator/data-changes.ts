import type { CardParamMap } from '../protocol/card-callback.js';
import type { OwnData, SimCard } from './card-store.js';
import type { SimContext } from './sim-context.js';
import type { OwnDataChange, SimEventBody } from './sim-event.js';

/** What became of one viewer's own data. Maps are replaced and never changed, so comparing them is enough. */
export function ownChanges(userId: string, before: OwnData, after: OwnData): OwnDataChange[] {
  const changes: OwnDataChange[] = [];
  if (before.private !== after.private) {
    changes.push(change(userId, 'private', before.private, after.private));
  }
  if (before.answered !== after.answered) {
    changes.push(change(userId, 'answered', before.answered, after.answered));
  }
  return changes;
}

function change(
  userId: string,
  layer: OwnDataChange['layer'],
  before: CardParamMap | undefined,
  after: CardParamMap | undefined,
): OwnDataChange {
  return { userId, layer, ...(before && { before }), ...(after && { after }) };
}

type CardChanged = Extract<SimEventBody, { type: 'card.changed' }>;

/** @param what `before`: public data before the change; events keep the maps themselves, no copies */
export function reportChange(
  context: Pick<SimContext, 'report'>,
  { outTrackId, cardParamMap }: SimCard,
  what: Pick<CardChanged, 'by' | 'viewers' | 'before'> & { readonly own: readonly OwnDataChange[] },
): void {
  const { by, viewers, before, own } = what;
  const event: CardChanged = {
    type: 'card.changed',
    outTrackId,
    by,
    viewers,
    cardParamMap,
    before,
  };
  context.report(own.length > 0 ? { ...event, own } : event);
}
