import type { JsonObject } from '../base/json-text.js';
import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall, ApiRoute } from './api-gate.js';
import { createCard, readNewCard } from './card-create.js';
import { requiredText } from './card-fields.js';
import type { NewSimCard } from './card-store.js';
import { needsSpaceModel, parseSpaceTargets, readDeliverModel } from './open-space-check.js';
import { type Delivery, deliverTo, earlierDelivery, recipientsOf } from './space-delivery.js';

/** `POST /v1.0/card/instances/createAndDeliver` (card-openapi §2.2). */
export const cardCreateAndDeliverRoute: ApiRoute = {
  method: 'POST',
  path: '/v1.0/card/instances/createAndDeliver',
  scope: 'Card.Instance.Write',
  required: ['cardTemplateId', 'outTrackId', 'cardData', 'openSpaceId'],
  run(call) {
    const openSpaceId = requiredText(call.body, 'openSpaceId', 'param.openSpaceIdEmpty');
    const draft = readNewCard(call);
    if (!draft.ok) return draft;
    if (!openSpaceId.ok) return openSpaceId;
    const deliveries = readDeliveries(call, openSpaceId.value, draft.value);
    if (!deliveries.ok) return deliveries;

    const { outTrackId, clientId, userIdType } = draft.value;
    const isNew = call.context.cards.of(clientId, outTrackId) === undefined;
    const card = createCard(call, draft.value);
    if (!card.ok) return card;
    const once = !isNew && call.context.settings.duplicateDelivery === 'once';
    const deliverResults = deliveries.value.map((delivery) => {
      const earlier = once ? earlierDelivery(card.value, delivery.target) : undefined;
      return earlier ?? deliverTo(call, card.value, delivery, userIdType);
    });
    const result = { outTrackId, deliverResults: deliverResults as unknown as JsonObject[] };
    return done({ success: true, result });
  },
};

function readDeliveries(
  call: ApiCall,
  openSpaceId: string,
  draft: NewSimCard,
): Outcome<readonly Delivery[]> {
  const targets = parseSpaceTargets(openSpaceId);
  if (!targets.ok) return targets;
  for (const { spaceType } of targets.value) {
    if (needsSpaceModel(spaceType) && !draft.spaces.includes(spaceType)) {
      return refuse('param.openSpaceModelInvalid');
    }
  }
  const deliveries: Delivery[] = [];
  for (const target of targets.value) {
    const read = readDeliverModel(call.body, target.spaceType);
    if ('problem' in read) {
      return refuse(
        read.problem === 'absent' ? 'param.openDeliverModelEmpty' : 'param.openDeliverModelError',
      );
    }
    const isKnown = (id: string) => call.context.directory.person(id, draft.userIdType);
    if (!recipientsOf(read.model).every(isKnown)) return refuse('param.userIdNotExist');
    deliveries.push({ target, model: read.model });
  }
  return done(deliveries);
}
