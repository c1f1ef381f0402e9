import type { JsonObject, JsonValue } from '../base/json-text.js';
import type { DeliverResult, SpaceType } from '../protocol/card-api.js';
import type { ApiCall } from './api-gate.js';
import type { SimCard } from './card-store.js';
import type { Directory, UserIdType } from './directory.js';
import type { SpaceTarget } from './open-space-check.js';
import { readParamMap } from './param-map.js';

/** A target and its deliver model, both checked. */
export interface Delivery {
  readonly target: SpaceTarget;
  readonly model: JsonObject;
}

/**
 * Puts a card into a place. What cannot be is a result of its own within HTTP 200 and does not stop
 * the other targets (card-openapi §2.2). Only `spaceId is illegal` was seen live; the other
 * sentences are the simulator's.
 */
export function deliverTo(
  call: ApiCall,
  card: SimCard,
  { target, model }: Delivery,
  userIdType: UserIdType,
): DeliverResult {
  const { context } = call;
  const { spaceType, spaceId } = target;
  const shown = spaceType === 'CO_FEED' ? 'COOPERATION_FEED' : spaceType;
  const failed = (errorMsg: string): DeliverResult => {
    call.warn('delivery-failed', `${shown} ${spaceId}: ${errorMsg}`);
    return { spaceType: shown, spaceId, success: false, errorMsg };
  };
  if (!isPlace(context.directory, target, userIdType)) return failed('spaceId is illegal');
  const robotProblem = checkRobot(call, spaceType, spaceId, model['robotCode']);
  if (robotProblem !== undefined) return failed(robotProblem);

  const extension = readParamMap(model['extension'])?.map;
  const isMessage = spaceType.startsWith('IM_');
  const carrierId = isMessage ? newCarrierId(context.ids) : undefined;
  context.cards.addDelivery(card, {
    spaceType,
    spaceId,
    ...(carrierId !== undefined && { carrierId }),
    ...(extension && { extension }),
  });
  const { outTrackId } = card;
  context.report({ type: 'card.delivered', outTrackId, spaceType, spaceId });
  return deliveredAs(shown, spaceId, carrierId);
}

/** The answer for a place the card was brought to before. */
export function earlierDelivery(card: SimCard, target: SpaceTarget): DeliverResult | undefined {
  const { spaceType, spaceId } = target;
  const earlier = card.deliveries.find(
    (delivery) => delivery.spaceType === spaceType && delivery.spaceId === spaceId,
  );
  const shown = spaceType === 'CO_FEED' ? 'COOPERATION_FEED' : spaceType;
  return earlier && deliveredAs(shown, spaceId, earlier.carrierId);
}

function deliveredAs(
  spaceType: string,
  spaceId: string,
  carrierId: string | undefined,
): DeliverResult {
  const known = carrierId === undefined ? {} : { carrierId };
  return { spaceType, spaceId, success: true, ...known, errorMsg: '' };
}

/** An id fits its type: people for IM_ROBOT, the right kind of chat else (card-openapi §2.3). */
function isPlace(directory: Directory, target: SpaceTarget, userIdType: UserIdType): boolean {
  const { spaceType, spaceId } = target;
  switch (spaceType) {
    case 'IM_ROBOT':
    case 'CO_FEED':
      return directory.person(spaceId, userIdType) !== undefined;
    case 'IM_GROUP':
      return directory.conversation(spaceId)?.type === 'group';
    case 'IM_SINGLE':
      return directory.conversation(spaceId)?.type === 'single';
    case 'ONE_BOX':
      return directory.conversation(spaceId) !== undefined;
    case 'DOC':
      return true;
  }
}

function checkRobot(
  { context, app }: ApiCall,
  spaceType: SpaceType,
  spaceId: string,
  robotCode: JsonValue | undefined,
): string | undefined {
  if (robotCode !== undefined && robotCode !== null && robotCode !== '') {
    if (robotCode !== app.robotCode) return 'robotCode is illegal';
  }
  if (spaceType !== 'IM_GROUP') return undefined;
  const robots = context.directory.conversation(spaceId)?.robots ?? [];
  return robots.includes(app.robotCode) ? undefined : 'robot is not in the conversation';
}

function newCarrierId(ids: ApiCall['context']['ids']): string {
  return Buffer.from(ids.hex(32), 'hex').toString('base64');
}

/** Members a message is limited to; all must exist (card-openapi §8 item 53). */
export function recipientsOf(model: JsonObject): readonly string[] {
  const { recipients } = model;
  return Array.isArray(recipients) ? recipients.filter((id) => typeof id === 'string') : [];
}
