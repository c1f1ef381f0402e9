import { isJsonObject, type JsonObject } from '../base/json-text.js';
import type { SpaceType } from '../protocol/card-api.js';
import { done, type Outcome, refuse } from './api-error.js';

/** One target of an `openSpaceId` (card-openapi §2.3). */
export interface SpaceTarget {
  readonly spaceType: SpaceType;
  readonly spaceId: string;
}

interface SpaceModels {
  readonly space: string | undefined;
  readonly deliver: string;
}

const models: Readonly<Record<SpaceType, SpaceModels>> = {
  IM_GROUP: { space: 'imGroupOpenSpaceModel', deliver: 'imGroupOpenDeliverModel' },
  IM_ROBOT: { space: 'imRobotOpenSpaceModel', deliver: 'imRobotOpenDeliverModel' },
  IM_SINGLE: { space: 'imSingleOpenSpaceModel', deliver: 'imSingleOpenDeliverModel' },
  ONE_BOX: { space: 'topOpenSpaceModel', deliver: 'topOpenDeliverModel' },
  CO_FEED: { space: 'coFeedOpenSpaceModel', deliver: 'coFeedOpenDeliverModel' },
  DOC: { space: undefined, deliver: 'docOpenDeliverModel' },
};

const spaceTypes = Object.keys(models) as readonly SpaceType[];
const PREFIX = 'dtv1.card//';
const LENGTH_LIMIT = 1000;

/** Types in any case and one `;` at the end are accepted; ids keep their case (card-openapi §2.3). */
export function parseSpaceTargets(openSpaceId: string): Outcome<readonly SpaceTarget[]> {
  const invalid = refuse('param.openSpaceIdInvalid');
  if (openSpaceId.length > LENGTH_LIMIT || !openSpaceId.startsWith(PREFIX)) return invalid;
  const list = openSpaceId.slice(PREFIX.length).replace(/;$/, '');
  const targets: SpaceTarget[] = [];
  for (const part of list.split(';')) {
    const dot = part.indexOf('.');
    const spaceId = part.slice(dot + 1);
    const name = part.slice(0, Math.max(0, dot)).toUpperCase();
    const spaceType = spaceTypes.find((type) => type === name);
    if (!spaceType || spaceId === '') return invalid;
    targets.push({ spaceType, spaceId });
  }
  return done(targets);
}

/** The types whose space model is in the body. Two models of one name cannot occur. */
export function readSpaceModels(body: JsonObject): Outcome<readonly SpaceType[]> {
  const given: SpaceType[] = [];
  for (const type of spaceTypes) {
    const name = models[type].space;
    const model = name === undefined ? undefined : body[name];
    if (model === undefined || model === null) continue;
    if (!isJsonObject(model)) return refuse('param.openSpaceModelInvalid');
    // Required within its parent (card-openapi §2.2).
    if (type === 'ONE_BOX' && model['spaceType'] !== 'ONE_BOX') {
      return refuse('param.openSpaceModelInvalid');
    }
    if (type === 'CO_FEED' && !model['title']) return refuse('param.openSpaceModelInvalid');
    given.push(type);
  }
  return done(given);
}

/** A document takes no space model, so there is nothing to lack. */
export function needsSpaceModel(type: SpaceType): boolean {
  return models[type].space !== undefined;
}

export type DeliverModelProblem = 'absent' | 'malformed';

/** The deliver model of a target, or what is wrong with it (card-openapi §8 items 48–50). */
export function readDeliverModel(
  body: JsonObject,
  type: SpaceType,
): { readonly model: JsonObject } | { readonly problem: DeliverModelProblem } {
  const model = body[models[type].deliver];
  if (model === undefined || model === null) return { problem: 'absent' };
  if (!isJsonObject(model)) return { problem: 'malformed' };
  // An empty object is taken for none here, but is all there is to say for IM_SINGLE.
  if (type === 'IM_ROBOT' && Object.keys(model).length === 0) return { problem: 'absent' };
  return isComplete(model, type) ? { model } : { problem: 'malformed' };
}

function isComplete(model: JsonObject, type: SpaceType): boolean {
  switch (type) {
    case 'IM_GROUP':
      return typeof model['robotCode'] === 'string' && model['robotCode'] !== '';
    case 'ONE_BOX':
      return Number(model['expiredTimeMillis']) > 0;
    case 'CO_FEED':
      return Boolean(model['bizTag']) && Number(model['gmtTimeLine']) > 0;
    case 'DOC':
      return Boolean(model['userId']);
    case 'IM_ROBOT':
    case 'IM_SINGLE':
      return true;
  }
}
