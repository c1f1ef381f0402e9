import { entryOf, type SourceNode, textOf } from '../base/source-node.js';
import {
  callbackSubject,
  type FilterSubject,
  messageSubject,
} from '../log/filter/filter-subject.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { CardCallback } from '../protocol/card-callback.js';
import { type AnswerContent, answerResponse } from './callback-answer.js';
import { filterCondition } from './filter-condition.js';
import { paramMapOf } from './param-text.js';
import { paramsConditions } from './params-condition.js';
import type {
  CallbackRule,
  CallbackSubject,
  Condition,
  LeaveAction,
  MessageRule,
  Rule,
  SendAction,
  StreamPlan,
} from './rule.js';
import { sendTarget } from './send-target.js';
import { expectedText, type Problems, textTest } from './text-condition.js';

/** Reads one rule whose shape was checked; what shape cannot tell is added to `problems`. */
export function readRule(node: SourceNode, problems: Problems): Rule {
  const head = { name: textOf(valueOf(node, 'name')) ?? '', line: node.place.line };
  const when = valueOf(node, 'when');
  if (textOf(valueOf(node, 'on')) === 'message') {
    return {
      ...head,
      on: 'message',
      conditions: messageConditions(when, problems),
      action: messageAction(node, problems),
    };
  }
  return {
    ...head,
    on: 'callback',
    conditions: callbackConditions(when, problems),
    action: callbackAction(node, problems),
  };
}

const leave: LeaveAction = { kind: 'leave' };

function messageConditions(when: SourceNode | undefined, problems: Problems) {
  const of = (key: string, read: (message: BotMessage) => readonly string[]) =>
    fieldCondition(when, key, read, problems);
  const filter = valueOf(when, 'filter');
  return [
    ...of('conversationType', (message) => [message.conversationType === '2' ? 'group' : 'single']),
    ...of('user', (message) => [message.senderStaffId, message.senderNick]),
    ...of('conversation', (message) => [message.conversationId, message.conversationTitle]),
    ...of('text', (message) => [message.text]),
    ...(filter ? [filterCondition(filter, 'message', messageSubject, problems)] : []),
  ];
}

function callbackConditions(when: SourceNode | undefined, problems: Problems) {
  const of = (key: string, read: (callback: CardCallback) => readonly string[]) =>
    fieldCondition(when, key, ({ callback }: CallbackSubject) => read(callback), problems);
  const params = valueOf(when, 'params');
  const filter = valueOf(when, 'filter');
  return [
    ...of('action', (callback) => callback.actionIds),
    ...fieldCondition(
      when,
      'template',
      ({ cardTemplateId, names }: CallbackSubject) =>
        cardTemplateId === undefined
          ? []
          : [cardTemplateId, ...(names?.aliasesOf?.(cardTemplateId) ?? [])],
      problems,
    ),
    ...of('user', (callback) => [callback.userId]),
    ...of('outTrackId', (callback) => [callback.outTrackId]),
    ...of('conversation', (callback) => [callback.spaceId]),
    ...(params ? paramsConditions(params, problems) : []),
    ...(filter ? [filterCondition(filter, 'callback', tapSubject, problems)] : []),
  ];
}

function tapSubject({ callback, cardTemplateId, card, names }: CallbackSubject): FilterSubject {
  return callbackSubject(callback, cardTemplateId, card, names ?? {});
}

/** Holds when one of the texts the subject has at this place fits. */
function fieldCondition<S>(
  when: SourceNode | undefined,
  key: string,
  read: (subject: S) => readonly string[],
  problems: Problems,
): readonly Condition<S>[] {
  const node = valueOf(when, key);
  if (!node) return [];
  const test = textTest(node, problems);
  return [
    {
      path: key,
      expected: expectedText(node),
      test: (subject) => read(subject).some(test),
      actual: (subject) => {
        const texts = read(subject).filter((text) => text !== '');
        return texts.length === 0 ? undefined : texts.join(', ');
      },
    },
  ];
}

function messageAction(node: SourceNode, problems: Problems): MessageRule['action'] {
  const send = valueOf(node, 'send');
  if (!send) return leave;
  const privateData = valueOf(send, 'privateData');
  const card: SendAction['card'] = {
    cardTemplateId: textOf(valueOf(send, 'template')) ?? '',
    cardParamMap: mapAt(send, 'data', problems) ?? {},
    ...(privateData ? { privateData: privateDataOf(privateData, problems) } : {}),
  };
  const stream = valueOf(send, 'stream');
  const to = sendTarget(valueOf(send, 'to'), problems);
  return { kind: 'send', card, to, ...(stream ? { stream: streamPlan(stream) } : {}) };
}

function streamPlan(node: SourceNode): StreamPlan {
  return {
    key: textOf(valueOf(node, 'key')) ?? '',
    text: textOf(valueOf(node, 'text')) ?? '',
    everyMs: numberAt(node, 'everyMs') ?? 500,
    step: numberAt(node, 'step') ?? 12,
  };
}

function privateDataOf(node: SourceNode, problems: Problems): PrivateData {
  if (node.kind !== 'map') return {};
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [key, { cardParamMap: paramMapOf(value, problems) }]),
  );
}

function callbackAction(node: SourceNode, problems: Problems): CallbackRule['action'] {
  const answer = valueOf(node, 'answer');
  if (answer) {
    const cardData = mapAt(answer, 'cardData', problems);
    const userPrivateData = mapAt(answer, 'userPrivateData', problems);
    const content: AnswerContent = {
      ...(cardData ? { cardData } : {}),
      ...(userPrivateData ? { userPrivateData } : {}),
      ...flagAt(answer, 'updateCardDataByKey'),
      ...flagAt(answer, 'updatePrivateDataByKey'),
    };
    return {
      kind: 'answer',
      response: answerResponse(content),
      delayMs: numberAt(answer, 'delayMs') ?? 0,
    };
  }
  const fail = valueOf(node, 'fail');
  if (!fail) return leave;
  return {
    kind: 'fail',
    code: numberAt(fail, 'code') ?? 500,
    message: textOf(valueOf(fail, 'message')) ?? '',
  };
}

function valueOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entryOf(node, key)?.value;
}

function mapAt(node: SourceNode, key: string, problems: Problems) {
  const value = valueOf(node, key);
  return value ? paramMapOf(value, problems) : undefined;
}

function flagAt<K extends string>(node: SourceNode, key: K): { readonly [P in K]?: boolean } {
  const value = valueOf(node, key);
  if (value?.kind !== 'scalar' || typeof value.value !== 'boolean') return {};
  return { [key]: value.value } as { readonly [P in K]?: boolean };
}

function numberAt(node: SourceNode, key: string): number | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}
