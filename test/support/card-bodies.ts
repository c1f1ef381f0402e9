import type { JsonObject } from '../../src/base/json-text.js';
import { defaultWorld } from '../../src/simulator/world.js';

const world = defaultWorld();

export const robotCode = world.apps[0]?.robotCode ?? '';
export const groupId =
  world.conversations.find((chat) => chat.type === 'group')?.conversationId ?? '';
export const singleId =
  world.conversations.find((chat) => chat.type === 'single')?.conversationId ?? '';
/** A template nobody has a file for. */
export const someTemplate = '0f6f1c0a-9a57-4c2e-8d3b-5f0a4f6f2d11.schema';

export const paths = {
  create: '/v1.0/card/instances',
  createAndDeliver: '/v1.0/card/instances/createAndDeliver',
  deliver: '/v1.0/card/instances/deliver',
  spaces: '/v1.0/card/instances/spaces',
  streaming: '/v1.0/card/streaming',
  batchSend: '/v1.0/robot/oToMessages/batchSend',
  groupSend: '/v1.0/robot/groupMessages/send',
} as const;

/** The smallest card for the chat of a person with the bot (card-openapi §2.2). */
export function toPerson(parts: JsonObject = {}): JsonObject {
  return {
    cardTemplateId: someTemplate,
    outTrackId: 'ot_1',
    callbackType: 'STREAM',
    cardData: { cardParamMap: { title: '你好', status: 'new' } },
    openSpaceId: 'dtv1.card//IM_ROBOT.manager01',
    imRobotOpenSpaceModel: { supportForward: true },
    imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    ...parts,
  };
}

/** The smallest card for a group. */
export function toGroup(parts: JsonObject = {}): JsonObject {
  return {
    cardTemplateId: someTemplate,
    outTrackId: 'ot_1',
    callbackType: 'STREAM',
    cardData: { cardParamMap: { title: '你好', status: 'new' } },
    openSpaceId: `dtv1.card//IM_GROUP.${groupId}`,
    imGroupOpenSpaceModel: { supportForward: true },
    imGroupOpenDeliverModel: { robotCode },
    ...parts,
  };
}

/** The body without some of its fields. */
export function without(body: JsonObject, ...fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));
}
