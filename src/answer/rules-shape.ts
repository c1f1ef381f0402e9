import type { ObjectShape, Shape } from '../base/shape.js';

const condition = (doc: string): Shape => ({ kind: 'textCondition', doc });

const filter: Shape = {
  kind: 'text',
  doc: 'A filter, e.g. user:李四 !text:谢谢; see docs/filter.md.',
};

const paramMap = (doc: string): Shape => ({
  kind: 'mapOf',
  doc: `${doc} Values that are not text are sent as JSON text.`,
  values: { kind: 'anything' },
});

const name: Shape = { kind: 'text', doc: 'Unique in the file; shown wherever the rule matched.' };

const leave: Shape = {
  kind: 'yes',
  doc: 'Do nothing and try no later rule: a message gets no card, a callback is left to you.',
};

const messageRule: ObjectShape = {
  kind: 'object',
  required: ['name', 'on'],
  oneOf: ['send', 'leave'],
  mistakes: {
    answer: 'send',
    reply: 'send',
    card: 'send',
    if: 'when',
    match: 'when',
    then: 'send',
  },
  keys: {
    name,
    on: { kind: 'choice', values: ['message', 'callback'], doc: 'What the rule looks at.' },
    when: {
      kind: 'object',
      doc: 'All of these must hold. Without it the rule matches every message.',
      mistakes: {
        userId: 'user',
        senderStaffId: 'user',
        senderNick: 'user',
        sender: 'user',
        content: 'text',
        message: 'text',
        conversationId: 'conversation',
        conversationTitle: 'conversation',
        group: 'conversation',
      },
      keys: {
        text: condition(
          'Text of the message, without the mention of the robot. Patterns look at the first 4096 characters, with several * or + at fewer.',
        ),
        user: condition('userId (senderStaffId) or nick of the sender.'),
        conversation: condition('conversationId or title of the conversation.'),
        conversationType: { kind: 'choice', values: ['group', 'single'] },
        filter,
      },
    },
    send: {
      kind: 'object',
      doc: 'Create and deliver a card.',
      required: ['template'],
      mistakes: {
        cardTemplateId: 'template',
        templateId: 'template',
        cardData: 'data',
        cardParamMap: 'data',
        userPrivateData: 'privateData',
        openSpaceId: 'to',
        target: 'to',
      },
      keys: {
        template: { kind: 'text', doc: 'cardTemplateId.' },
        data: paramMap('Public variables of the card.'),
        privateData: {
          kind: 'mapOf',
          doc: 'Private variables by userId.',
          values: paramMap('Private variables of this user.'),
        },
        stream: {
          kind: 'object',
          doc: 'Stream a text into the card once it is delivered; for AI cards.',
          required: ['key', 'text'],
          mistakes: {
            variable: 'key',
            content: 'text',
            interval: 'everyMs',
            intervalMs: 'everyMs',
          },
          keys: {
            key: { kind: 'text', doc: 'The variable the text goes to; it must be a markdown one.' },
            text: { kind: 'text', doc: 'All of the text.' },
            everyMs: {
              kind: 'integer',
              min: 50,
              max: 60_000,
              doc: 'Time between two frames, 500 by default.',
            },
            step: {
              kind: 'integer',
              min: 1,
              max: 10_000,
              doc: 'How many characters more each frame has, 12 by default.',
            },
          },
        },
        to: {
          kind: 'text',
          doc: 'conversation (the default: the group, or the chat with the sender), sender, or an openSpaceId, cid… or userId.',
        },
      },
    },
    leave,
  },
};

const callbackRule: ObjectShape = {
  kind: 'object',
  required: ['name', 'on'],
  oneOf: ['answer', 'fail', 'leave'],
  mistakes: {
    send: 'answer',
    reply: 'answer',
    response: 'answer',
    update: 'answer',
    error: 'fail',
    if: 'when',
    match: 'when',
    then: 'answer',
    manual: 'leave',
  },
  keys: {
    name,
    on: { kind: 'choice', values: ['message', 'callback'], doc: 'What the rule looks at.' },
    when: {
      kind: 'object',
      doc: 'All of these must hold. Without it the rule matches every callback.',
      mistakes: {
        actionId: 'action',
        actionIds: 'action',
        userId: 'user',
        cardTemplateId: 'template',
        templateId: 'template',
        spaceId: 'conversation',
        conversationId: 'conversation',
        param: 'params',
        value: 'params',
      },
      keys: {
        action: condition('One of the actionIds of the callback.'),
        params: {
          kind: 'mapOf',
          values: { kind: 'anything' },
          doc: 'Values the component sent, at any depth. { exists: true }, { equals: … }, { includes: … } and { oneOf: […] } are tests.',
        },
        user: condition('userId of the person who tapped.'),
        template: condition(
          'cardTemplateId of the card, or its alias; does not hold for cards not sent from here.',
        ),
        outTrackId: condition('outTrackId of the card.'),
        conversation: condition('spaceId of the callback.'),
        filter,
      },
    },
    answer: {
      kind: 'object',
      doc: 'Answer with new values. Empty: acknowledge and change nothing.',
      mistakes: {
        data: 'cardData',
        cardParamMap: 'cardData',
        privateData: 'userPrivateData',
        privateCardData: 'userPrivateData',
        cardUpdateOptions: 'updateCardDataByKey',
        delay: 'delayMs',
      },
      keys: {
        cardData: paramMap('Public variables to change.'),
        userPrivateData: paramMap('Private variables to change for the person who tapped.'),
        updateCardDataByKey: {
          kind: 'flag',
          doc: 'true (the default here): variables not named keep their values. false: they are wiped.',
        },
        updatePrivateDataByKey: {
          kind: 'flag',
          doc: 'The same for private variables; true by default.',
        },
        delayMs: {
          kind: 'integer',
          min: 0,
          max: 600_000,
          doc: 'Wait before answering. DingTalk gives up after 2000: what takes longer is acknowledged in time and goes out as an update.',
        },
      },
    },
    fail: {
      kind: 'object',
      doc: 'Answer with an error, as a broken service would.',
      mistakes: { status: 'code', error: 'message', text: 'message' },
      keys: {
        code: { kind: 'integer', min: 300, max: 599, doc: 'Code of the answer; 500 by default.' },
        message: { kind: 'text', mayBeEmpty: true, doc: 'Message of the answer.' },
      },
    },
    leave,
  },
};

/** The whole rules file. */
export const rulesShape: ObjectShape = {
  kind: 'object',
  required: ['version', 'rules'],
  mistakes: { rule: 'rules' },
  doc: 'Rules of dtcard: which card a message gets, and how a callback is answered. First match wins.',
  keys: {
    version: { kind: 'integer', min: 1, max: 1, doc: 'Version of this format.' },
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
