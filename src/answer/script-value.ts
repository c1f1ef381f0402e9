import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import { type Answer, answerOf, emptyAnswer } from './answer.js';
import { answerResponse } from './callback-answer.js';
import type { FollowUp } from './decision.js';
import { content, failure } from './deed-shape.js';
import type { ScriptContext } from './script-context.js';
import { scriptFollowUps } from './script-follow-ups.js';
import {
  flagAt,
  integerAt,
  keysOf,
  kindOf,
  objectAt,
  own,
  paramMapAt,
  type ScriptReading,
} from './script-reading.js';

export type { ScriptContext } from './script-context.js';

export type ScriptDecision =
  /** For a message `answer` is empty, and only what follows counts. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly then: readonly FollowUp[] }
  /** Not for the script: the callback is left to somebody else, the message without a card. */
  | { readonly kind: 'leave' };

export type ReadScriptValue =
  | { readonly ok: true; readonly decision: ScriptDecision }
  /** `detail` names the path of what is wrong: `answer.cardData.status`. */
  | { readonly ok: false; readonly detail: string };

/** What a script's reply means (docs/scripts.md). Nothing of it counts when a part of it is wrong. */
export function readScriptValue(
  value: JsonValue | undefined,
  context: ScriptContext,
): ReadScriptValue {
  if (value === undefined || value === null) return leave;
  const keys = context.on === 'callback' ? callbackKeys : messageKeys;
  const names = keys.keys.join(', ');
  if (!isJsonObject(value)) {
    return wrong(`the reply must be an object with ${names}, not ${kindOf(value)}`);
  }
  const reading: ScriptReading = { problems: [] };
  const reply = objectAt(value, '', keys, reading);
  if (Object.keys(reply).length === 0) {
    return wrong(`the reply is empty: it needs one of ${names}; {answer: {}} acknowledges`);
  }
  const then = scriptFollowUps(reply, context, reading);
  const answer = readAnswer(reply, then, reading);
  const [problem] = reading.problems;
  if (problem !== undefined) return wrong(problem);
  return answer === 'leave' ? leave : { ok: true, decision: { kind: 'answer', answer, then } };
}

const leave: ReadScriptValue = { ok: true, decision: { kind: 'leave' } };

function wrong(detail: string): ReadScriptValue {
  return { ok: false, detail };
}

const callbackKeys = {
  keys: ['answer', 'fail', 'leave', 'send', 'update', 'stream'],
  mistakes: {
    reply: 'answer',
    response: 'answer',
    error: 'fail',
    cardData: 'answer: { cardData }',
    cardParamMap: 'answer: { cardData }',
    userPrivateData: 'answer: { userPrivateData }',
    privateData: 'answer: { userPrivateData }',
    privateCardData: 'answer: { userPrivateData }',
    cardUpdateOptions: 'answer: { updateCardDataByKey }',
  },
};

const messageKeys = {
  keys: ['send', 'update', 'stream', 'leave'],
  mistakes: { answer: 'send', reply: 'send', response: 'send', card: 'send' },
};

const answerKeys = keysOf(content);
const failKeys = keysOf(failure);

function readAnswer(
  reply: JsonObject,
  then: readonly FollowUp[],
  reading: ScriptReading,
): Answer | 'leave' {
  const { problems } = reading;
  const given = ['answer', 'fail', 'leave'].filter((key) => own(reply, key) !== undefined);
  if (given.length > 1) problems.push(`only one of ${given.join(', ')} can be given`);
  const answer = own(reply, 'answer');
  if (answer !== undefined) return updateIn(answer, reading);
  const fail = own(reply, 'fail');
  if (fail !== undefined) return failureIn(fail, reading);
  const left = own(reply, 'leave');
  if (left === undefined) return emptyAnswer;
  if (left !== true) problems.push(`leave must be true, not ${kindOf(left)}`);
  if (then.length > 0) problems.push('leave does nothing, so nothing can be done besides');
  return 'leave';
}

function updateIn(value: JsonValue, reading: ScriptReading): Answer {
  const path = 'answer';
  const answer = objectAt(value, path, answerKeys, reading);
  const cardData = paramMapAt(answer, 'cardData', path, reading);
  const userPrivateData = paramMapAt(answer, 'userPrivateData', path, reading);
  const updateCardDataByKey = flagAt(answer, 'updateCardDataByKey', path, reading);
  const updatePrivateDataByKey = flagAt(answer, 'updatePrivateDataByKey', path, reading);
  return answerOf(
    answerResponse({
      ...(cardData && { cardData }),
      ...(userPrivateData && { userPrivateData }),
      ...(updateCardDataByKey !== undefined && { updateCardDataByKey }),
      ...(updatePrivateDataByKey !== undefined && { updatePrivateDataByKey }),
    }),
  );
}

function failureIn(value: JsonValue, reading: ScriptReading): Answer {
  const fail = objectAt(value, 'fail', failKeys, reading);
  const code = integerAt(fail, 'code', 'fail', [300, 599], reading) ?? 500;
  const message = own(fail, 'message') ?? '';
  if (typeof message !== 'string') {
    reading.problems.push(`fail.message must be a text, not ${kindOf(message)}`);
  }
  return { kind: 'fail', code, message: typeof message === 'string' ? message : '' };
}
