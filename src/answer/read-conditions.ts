import type { SourceNode } from '../base/source-node.js';
import {
  callbackSubject,
  type FilterSubject,
  messageSubject,
} from '../log/filter/filter-subject.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';
import { filterCondition } from './filter-condition.js';
import { paramsConditions, variableConditions } from './params-condition.js';
import type { Reading } from './reading.js';
import type { CallbackSubject, Condition, MessageSubject } from './rule.js';
import { nodeAt } from './source-entries.js';
import { expectedNow, expectedText, textTest } from './text-condition.js';
import type { Subject } from './value.js';
import { privateMap, publicMap } from './value-path.js';

/** What stands under `when` of a message rule. */
export function messageConditions(
  when: SourceNode | undefined,
  reading: Reading,
): readonly Condition<MessageSubject>[] {
  const of = (key: string, read: (message: BotMessage) => readonly string[]) =>
    fieldCondition(when, key, ({ message }: MessageSubject) => read(message), reading);
  const filter = nodeAt(when, 'filter');
  return [
    ...of('conversationType', (message) => [message.conversationType === '2' ? 'group' : 'single']),
    ...of('user', (message) => [message.senderStaffId, message.senderNick]),
    ...of('conversation', (message) => [message.conversationId, message.conversationTitle]),
    ...of('text', (message) => [message.text]),
    ...(filter ? [filterCondition(filter, wordSubject, reading)] : []),
  ];
}

/** What stands under `when` and `guard` of a callback rule. */
export function callbackConditions(
  when: SourceNode | undefined,
  reading: Reading,
): readonly Condition<CallbackSubject>[] {
  const of = (key: string, read: (callback: CardCallback) => readonly string[]) =>
    fieldCondition(when, key, ({ callback }: CallbackSubject) => read(callback), reading);
  const params = nodeAt(when, 'params');
  const card = nodeAt(when, 'card');
  const my = nodeAt(when, 'my');
  const filter = nodeAt(when, 'filter');
  // Aliases of templates are known where cards are.
  if (nodeAt(when, 'template')) reading.asksForCards = true;
  return [
    ...of('action', (callback) => callback.actionIds),
    ...fieldCondition(
      when,
      'template',
      ({ cardTemplateId, names }: CallbackSubject) =>
        cardTemplateId === undefined
          ? []
          : [cardTemplateId, ...(names?.aliasesOf?.(cardTemplateId) ?? [])],
      reading,
    ),
    ...of('user', (callback) => [callback.userId]),
    ...of('outTrackId', (callback) => [callback.outTrackId]),
    ...of('conversation', (callback) => [callback.spaceId]),
    ...(params ? paramsConditions(params, reading) : []),
    ...(card ? variableConditions(card, 'card', publicMap, reading) : []),
    ...(my ? variableConditions(my, 'my', privateMap, reading) : []),
    ...(filter ? [filterCondition(filter, tapSubject, reading)] : []),
  ];
}

function wordSubject({ message }: MessageSubject): FilterSubject {
  return messageSubject(message);
}

function tapSubject({ callback, cardTemplateId, card, names }: CallbackSubject): FilterSubject {
  return callbackSubject(callback, cardTemplateId, card, names ?? {});
}

/** Holds when one of the texts the subject has at this place fits. */
function fieldCondition<S extends Subject>(
  when: SourceNode | undefined,
  key: string,
  read: (subject: S) => readonly string[],
  reading: Reading,
): readonly Condition<S>[] {
  const node = nodeAt(when, key);
  if (!node) return [];
  const test = textTest(node, reading);
  return [
    {
      path: key,
      expected: expectedText(node),
      test(subject) {
        for (const text of read(subject)) if (test(text, subject)) return true;
        return false;
      },
      actual: (subject) => {
        const texts = read(subject).filter((text) => text !== '');
        return texts.length === 0 ? undefined : texts.join(', ');
      },
      ...expectedNow(node, reading),
    },
  ];
}
