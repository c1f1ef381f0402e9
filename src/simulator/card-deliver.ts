import type { JsonObject } from '../base/json-text.js';
import type { DeliverResult } from '../protocol/card-api.js';
import { done, refuse } from './api-error.js';
import type { ApiRoute } from './api-gate.js';
import { succeeded } from './card-create.js';
import { readUserIdType, requiredText } from './card-fields.js';
import {
  needsSpaceModel,
  parseSpaceTargets,
  readDeliverModel,
  readSpaceModels,
} from './open-space-check.js';
import { type Delivery, deliverTo, recipientsOf } from './space-delivery.js';

/** `POST /v1.0/card/instances/deliver` (card-openapi §2.5). Its `result` is the array itself. */
export const cardDeliverRoute: ApiRoute = {
  method: 'POST',
  path: '/v1.0/card/instances/deliver',
  scope: 'Card.Instance.Write',
  required: ['outTrackId', 'openSpaceId'],
  run(call) {
    const { body, app, context } = call;
    const outTrackId = requiredText(body, 'outTrackId', 'param.outTrackIdEmpty');
    if (!outTrackId.ok) return outTrackId;
    const openSpaceId = requiredText(body, 'openSpaceId', 'param.openSpaceIdEmpty');
    if (!openSpaceId.ok) return openSpaceId;
    const userIdType = readUserIdType(body);
    if (!userIdType.ok) return userIdType;
    const targets = parseSpaceTargets(openSpaceId.value);
    if (!targets.ok) return targets;
    const deliveries: Delivery[] = [];
    for (const target of targets.value) {
      const read = readDeliverModel(body, target.spaceType);
      if ('problem' in read) {
        if (read.problem === 'absent') return refuse('param.openDeliverModelEmpty');
        return refuse('param.spaceDeliverModelEmpty', 'param.spaceDeliverModelError');
      }
      const isKnown = (id: string) => context.directory.person(id, userIdType.value);
      if (!recipientsOf(read.model).every(isKnown)) return refuse('param.userIdNotExist');
      deliveries.push({ target, model: read.model });
    }
    const card = context.cards.of(app.clientId, outTrackId.value);
    if (!card) return refuse('param.cardNotExist');

    const result = deliveries.map((delivery): DeliverResult => {
      const { spaceType, spaceId } = delivery.target;
      if (!needsSpaceModel(spaceType) || card.spaces.has(spaceType)) {
        return deliverTo(call, card, delivery, userIdType.value);
      }
      // What the refusal looks like is not published (card-openapi §2.5).
      const errorMsg = 'space model is not exist';
      call.warn('no-space-model', `the card was created without the space model for ${spaceType}`);
      return { spaceType, spaceId, success: false, errorMsg };
    });
    return done({ success: true, result: result as unknown as JsonObject[] });
  },
};

/** `PUT /v1.0/card/instances/spaces`: adds space models, so that the card may be delivered there (card-openapi §2.7). */
export const cardSpacesRoute: ApiRoute = {
  method: 'PUT',
  path: '/v1.0/card/instances/spaces',
  scope: 'Card.Instance.Write',
  required: ['outTrackId'],
  run({ body, app, context }) {
    const outTrackId = requiredText(body, 'outTrackId', 'param.outTrackIdEmpty');
    if (!outTrackId.ok) return outTrackId;
    const spaces = readSpaceModels(body);
    if (!spaces.ok) return spaces;
    // IM_SINGLE cannot be added afterwards.
    const added = spaces.value.filter((type) => type !== 'IM_SINGLE');
    if (added.length === 0) return refuse('param.emptyAppendSpaces');
    const card = context.cards.of(app.clientId, outTrackId.value);
    if (!card) return refuse('param.cardNotExist');
    context.cards.addSpaces(card, added);
    return done(succeeded);
  },
};
