import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { FollowUp } from './decision.js';
import { card, cardStream, cardUpdate, streamInto } from './deed-shape.js';
import type { StreamPlan } from './rule.js';
import { spaceFor } from './rule-space.js';
import type { ScriptContext } from './script-context.js';
import {
  flagAt,
  integerAt,
  keysOf,
  kindOf,
  objectAt,
  oneOrMoreAt,
  own,
  paramMapAt,
  paramMapIn,
  type ScriptReading,
  textAt,
} from './script-reading.js';
import { targetOf } from './send-target.js';

/** What a script wants done besides the answer: `send`, `update` and `stream`, as in the rules file. */
export function scriptFollowUps(
  reply: JsonObject,
  context: ScriptContext,
  reading: ScriptReading,
): readonly FollowUp[] {
  return [
    ...oneOrMoreAt(reply, 'send').map(({ value, path }) => sendOf(value, path, context, reading)),
    ...oneOrMoreAt(reply, 'update').map(({ value, path }) =>
      updateOf(value, path, context, reading),
    ),
    ...oneOrMoreAt(reply, 'stream').map(({ value, path }) =>
      streamOf(value, path, context, reading),
    ),
  ];
}

const sendKeys = keysOf(card);
const cardStreamKeys = keysOf(cardStream);
const updateKeys = keysOf(cardUpdate);
const streamKeys = keysOf(streamInto);

function sendOf(
  value: JsonValue,
  path: string,
  context: ScriptContext,
  reading: ScriptReading,
): FollowUp {
  const send = objectAt(value, path, sendKeys, reading);
  const template = textAt(send, 'template', path, reading) ?? '';
  const cardTemplateId = context.templateIdOf?.(template) ?? template;
  const privateData = privateDataAt(send, path, reading);
  const given = own(send, 'stream');
  const stream = given === undefined ? undefined : planOf(given, `${path}.stream`, reading);
  const target = targetOf(textAt(send, 'to', path, reading) ?? 'conversation');
  if (!target.ok) {
    const because = [target.reason, target.detail].filter((part) => part !== '').join(' ');
    reading.problems.push(
      `${path}.to must be conversation, sender, an openSpaceId, cid… or a userId (${because})`,
    );
    return nothing;
  }
  const space = spaceFor(target.target, { ...context, nowMs: 0 });
  if (!space.ok) {
    const { reason, to, detail } = space;
    const params = { reason, to, detail };
    return { kind: 'impossible', cardTemplateId, error: { code: 'E1002', params } };
  }
  return {
    kind: 'send',
    draft: {
      cardTemplateId,
      openSpaceId: space.openSpaceId,
      cardParamMap: paramMapAt(send, 'data', path, reading) ?? {},
      ...(privateData && { privateData }),
      ...(space.isUnionId && { userIdType: 2 as const }),
    },
    ...(stream && { stream }),
  };
}

function updateOf(
  value: JsonValue,
  path: string,
  context: ScriptContext,
  reading: ScriptReading,
): FollowUp {
  const update = objectAt(value, path, updateKeys, reading);
  const tapped = context.on === 'callback' ? context.callback : undefined;
  const outTrackId = cardAt(update, path, context, reading);
  const cardParamMap = paramMapAt(update, 'cardData', path, reading);
  const mine = paramMapAt(update, 'userPrivateData', path, reading);
  if (mine && !tapped) {
    reading.problems.push(
      `${path}.userPrivateData is that of who tapped, and nobody did; use privateData`,
    );
  }
  const others = privateDataAt(update, path, reading);
  const own = mine && tapped && tapped.userId !== '' ? { cardParamMap: mine } : undefined;
  // Not by assignment: a userId may be `__proto__`.
  const privateData: PrivateData = Object.fromEntries([
    ...Object.entries(others ?? {}),
    ...(own && tapped ? [[tapped.userId, own] as const] : []),
  ]);
  if (!cardParamMap && !mine && !others) {
    reading.problems.push(`${path} needs one of cardData, userPrivateData, privateData`);
  }
  return {
    kind: 'update',
    update: {
      outTrackId,
      ...(cardParamMap && { cardParamMap }),
      ...(Object.keys(privateData).length > 0 && { privateData }),
      cardUpdateOptions: {
        updateCardDataByKey: flagAt(update, 'updateCardDataByKey', path, reading) ?? true,
        updatePrivateDataByKey: flagAt(update, 'updatePrivateDataByKey', path, reading) ?? true,
      },
      ...(tapped?.userIdType === 2 && { userIdType: 2 as const }),
    },
  };
}

function streamOf(
  value: JsonValue,
  path: string,
  context: ScriptContext,
  reading: ScriptReading,
): FollowUp {
  const stream = objectAt(value, path, streamKeys, reading);
  const outTrackId = cardAt(stream, path, context, reading);
  return { kind: 'stream', outTrackId, plan: readPlan(stream, path, reading) };
}

/** The tapped card unless another one is named. */
function cardAt(
  object: JsonObject,
  path: string,
  context: ScriptContext,
  reading: ScriptReading,
): string {
  const named = textAt(object, 'outTrackId', path, reading);
  const outTrackId = named ?? (context.on === 'callback' ? context.callback.outTrackId : '');
  if (outTrackId === '') {
    reading.problems.push(`${path} needs "outTrackId": no card was tapped`);
  }
  return outTrackId;
}

function planOf(value: JsonValue, path: string, reading: ScriptReading): StreamPlan {
  return readPlan(objectAt(value, path, cardStreamKeys, reading), path, reading);
}

function readPlan(stream: JsonObject, path: string, reading: ScriptReading): StreamPlan {
  return {
    key: textAt(stream, 'key', path, reading) ?? '',
    text: textAt(stream, 'text', path, reading) ?? '',
    everyMs: integerAt(stream, 'everyMs', path, [50, 60_000], reading) ?? 500,
    step: integerAt(stream, 'step', path, [1, 10_000], reading) ?? 12,
  };
}

function privateDataAt(
  object: JsonObject,
  path: string,
  reading: ScriptReading,
): PrivateData | undefined {
  const value = own(object, 'privateData');
  if (value === undefined) return undefined;
  const place = `${path}.privateData`;
  if (!isJsonObject(value)) {
    reading.problems.push(
      `${place} must be an object: the variables by userId, not ${kindOf(value)}`,
    );
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([userId, map]) => [
      userId,
      { cardParamMap: paramMapIn(map, `${place}.${userId.slice(0, 60)}`, reading) },
    ]),
  );
}

/** Stands where there is a problem: it is never done. */
const nothing: FollowUp = {
  kind: 'impossible',
  cardTemplateId: '',
  error: { code: 'E1002', params: {} },
};
