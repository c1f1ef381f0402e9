import path from 'node:path';
import { entryOf, type SourceNode, textOf } from '../base/source-node.js';
import type { CardCallbackResponse } from '../protocol/card-callback.js';
import { answerResponse } from './callback-answer.js';
import type { FollowUp } from './decision.js';
import { paramMapOf } from './param-text.js';
import { sendOf, streamOf, updateOf } from './read-follow-ups.js';
import type { Reading } from './reading.js';
import type { AnswerAction, CallbackDeed, FailAction, LeaveAction, ScriptAction } from './rule.js';
import { flagAt, nodeAt, nodesAt, numberAt } from './source-entries.js';
import { textValue } from './text-template.js';
import { always, combined, type Value } from './value.js';

export const leave: LeaveAction = { kind: 'leave' };

const acknowledge: AnswerAction = { kind: 'answer', response: always(undefined), delayMs: 0 };

/** Ends a script that takes longer, unless the rule says otherwise. */
export const usualTimeLimitMs = 1500;

/** What a callback rule does: the answer, and what happens besides. */
export function readDeed(node: SourceNode, reading: Reading): CallbackDeed {
  const then = followUps(node, reading);
  const action = readAction(node, reading);
  if (action?.kind === 'leave' && then.length > 0) {
    const entry = entryOf(node, 'leave');
    const message = 'leave does nothing, so nothing can be done besides';
    if (entry) reading.problems.push({ ...entry.keyPlace, message });
  }
  return { action: action ?? acknowledge, then };
}

function readAction(node: SourceNode, reading: Reading): CallbackDeed['action'] | undefined {
  const script = readScript(node, reading);
  if (script) return script;
  const answer = nodeAt(node, 'answer');
  if (answer) return readAnswer(answer, reading);
  const fail = nodeAt(node, 'fail');
  if (fail) return readFail(fail, reading);
  return nodeAt(node, 'leave') && leave;
}

function followUps(node: SourceNode, reading: Reading): readonly Value<FollowUp>[] {
  return [
    ...nodesAt(node, 'send').map((item) => sendOf(item, reading)),
    ...nodesAt(node, 'update').map((item) => updateOf(item, reading)),
    ...nodesAt(node, 'stream').map((item) => streamOf(item, reading)),
  ];
}

function readAnswer(node: SourceNode, reading: Reading): AnswerAction {
  return {
    kind: 'answer',
    response: responseOf(node, reading),
    delayMs: numberAt(node, 'delayMs') ?? 0,
  };
}

/** Undefined when it changes nothing. */
export function responseOf(
  node: SourceNode,
  reading: Reading,
): Value<CardCallbackResponse | undefined> {
  const cardData = nodeAt(node, 'cardData');
  const userPrivateData = nodeAt(node, 'userPrivateData');
  const updateCardDataByKey = flagAt(node, 'updateCardDataByKey');
  const updatePrivateDataByKey = flagAt(node, 'updatePrivateDataByKey');
  const flags = {
    ...(updateCardDataByKey !== undefined && { updateCardDataByKey }),
    ...(updatePrivateDataByKey !== undefined && { updatePrivateDataByKey }),
  };
  return combined(
    {
      ...(cardData && { cardData: paramMapOf(cardData, reading) }),
      ...(userPrivateData && { userPrivateData: paramMapOf(userPrivateData, reading) }),
    },
    (maps) => answerResponse({ ...maps, ...flags }),
  );
}

function readFail(node: SourceNode, reading: Reading): FailAction {
  return {
    kind: 'fail',
    code: numberAt(node, 'code') ?? 500,
    message: textValue(nodeAt(node, 'message'), reading),
  };
}

/** Undefined when the rule has no script. */
export function readScript(node: SourceNode, reading: Reading): ScriptAction | undefined {
  const script = textOf(nodeAt(node, 'script'));
  const timeLimitMs = numberAt(node, 'timeLimitMs');
  if (script === undefined) {
    const entry = entryOf(node, 'timeLimitMs');
    const message = 'timeLimitMs is for rules with a script';
    if (entry) reading.problems.push({ ...entry.keyPlace, message });
    return undefined;
  }
  const file = path.resolve(reading.directory, script);
  return { kind: 'script', script: { file, timeLimitMs: timeLimitMs ?? usualTimeLimitMs } };
}
