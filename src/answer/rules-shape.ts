import type { ObjectShape, Shape } from '../base/shape.js';
import { besides, content, deedKeys, deedMistakes, leave, script, send } from './deed-shape.js';
import { callbackWhen, guardShape, messageWhen } from './when-shape.js';

const name: Shape = { kind: 'text', doc: 'Unique in the file; shown wherever the rule matched.' };

const on: Shape = {
  kind: 'choice',
  values: ['message', 'callback'],
  doc: 'What the rule looks at.',
};

const late: Shape = {
  kind: 'choice',
  values: ['ack-then-update', 'fail', 'let-it-expire', 'hold'],
  doc: 'What happens to a callback nobody decides in time: acknowledged, and updated later; answered with an error; not answered; or, in the simulator, its clock is stopped.',
};

const limit = (per: readonly string[]): Shape => ({
  kind: 'wordOr',
  words: ['once'],
  doc: 'How often the rule may be used; beyond that it does not match. Counted since the start of the run.',
  object: {
    kind: 'object',
    required: ['times'],
    mistakes: { count: 'times', n: 'times', max: 'times', by: 'per' },
    keys: {
      times: { kind: 'integer', min: 1, max: 1_000_000, doc: 'Uses at most.' },
      per: { kind: 'choice', values: per, doc: 'Counted for each of these; rule by default.' },
    },
  },
});

const messageRule: ObjectShape = {
  kind: 'object',
  required: ['name', 'on'],
  oneOf: ['send', 'leave', 'script'],
  mistakes: {
    answer: 'send',
    reply: 'send',
    card: 'send',
    if: 'when',
    match: 'when',
    then: 'send',
    times: 'limit',
    once: 'limit',
  },
  keys: {
    name,
    on,
    when: messageWhen,
    limit: limit(['rule', 'user', 'conversation']),
    send,
    leave,
    ...script,
  },
};

const callbackRule: ObjectShape = {
  kind: 'object',
  required: ['name', 'on'],
  oneOf: ['answer', 'fail', 'leave', 'script'],
  besides,
  mistakes: {
    ...deedMistakes,
    if: 'when',
    match: 'when',
    times: 'limit',
    once: 'limit',
    who: 'guard',
    only: 'guard',
    policy: 'late',
    timeout: 'late',
    duplicate: 'onDuplicate',
  },
  keys: {
    name,
    on,
    when: callbackWhen,
    limit: limit(['rule', 'user', 'card', 'conversation']),
    guard: guardShape({
      kind: 'object',
      doc: 'What is done when the guard does not hold; fail with code 403 by default.',
      oneOf: ['answer', 'fail', 'leave'],
      besides,
      mistakes: deedMistakes,
      keys: deedKeys,
    }),
    ...deedKeys,
    ...script,
    late,
    onDuplicate: {
      kind: 'choice',
      values: ['ignore', 'again'],
      doc: 'again: the rule also takes callbacks that were delivered before. They get the first answer once more by default.',
    },
  },
};

const preparedAnswer: ObjectShape = {
  kind: 'object',
  required: ['name', 'answer'],
  mistakes: { action: 'actions', actionIds: 'actions', cardData: 'answer', response: 'answer' },
  keys: {
    name: { kind: 'text', doc: 'Shown beside its digit.' },
    actions: {
      kind: 'oneOrMore',
      item: { kind: 'text' },
      doc: 'Offered for callbacks with one of these actionIds; for every one by default.',
    },
    answer: content,
  },
};

/** The whole rules file. */
export const rulesShape: ObjectShape = {
  kind: 'object',
  required: ['version', 'rules'],
  mistakes: { rule: 'rules', answer: 'answers', policy: 'late' },
  doc: 'Rules of dtcard: which card a message gets, and how a callback is answered. First match wins.',
  keys: {
    version: { kind: 'integer', min: 1, max: 1, doc: 'Version of this format.' },
    late,
    answers: {
      kind: 'listOf',
      items: preparedAnswer,
      doc: 'Answers to give by hand, on the digits of the screen.',
    },
    rules: {
      kind: 'listOf',
      items: {
        kind: 'variant',
        by: 'on',
        cases: { message: messageRule, callback: callbackRule },
      },
    },
  },
};
