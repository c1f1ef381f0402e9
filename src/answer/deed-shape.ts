import type { ObjectShape, Shape } from '../base/shape.js';

/** What rules do, as it stands in the file. */

const paramMap = (doc: string): Shape => ({
  kind: 'mapOf',
  doc: `${doc} Values that are not text are sent as JSON text.`,
  values: { kind: 'anything' },
});

const privateData: Shape = {
  kind: 'mapOf',
  doc: 'Private variables by userId.',
  values: paramMap('Private variables of this user.'),
};

const byKey: Readonly<Record<string, Shape>> = {
  updateCardDataByKey: {
    kind: 'flag',
    doc: 'true (the default here): variables not named keep their values. false: they are wiped.',
  },
  updatePrivateDataByKey: {
    kind: 'flag',
    doc: 'The same for private variables; true by default.',
  },
};

export const leave: Shape = {
  kind: 'yes',
  doc: 'Do nothing and try no later rule: a message gets no card, a callback is left to you.',
};

export const script: Readonly<Record<string, Shape>> = {
  script: {
    kind: 'text',
    doc: 'An ESM module whose function decides; its path from the directory of this file.',
  },
  timeLimitMs: {
    kind: 'integer',
    min: 1,
    max: 60_000,
    doc: 'The script is ended when it takes longer; 1500 by default.',
  },
};

const streamKeys: Readonly<Record<string, Shape>> = {
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
};

const streamMistakes: Readonly<Record<string, string>> = {
  variable: 'key',
  content: 'text',
  interval: 'everyMs',
  intervalMs: 'everyMs',
};

/** Into the card that is sent. */
export const cardStream: ObjectShape = {
  kind: 'object',
  doc: 'Stream a text into the card once it is delivered; for AI cards.',
  required: ['key', 'text'],
  mistakes: streamMistakes,
  keys: streamKeys,
};

export const card: ObjectShape = {
  kind: 'object',
  doc: 'Create and deliver a card.',
  required: ['template'],
  mistakes: {
    cardTemplateId: 'template',
    templateId: 'template',
    cardData: 'data',
    cardParamMap: 'data',
    userPrivateData: 'privateData',
    privateCardData: 'privateData',
    openSpaceId: 'to',
    target: 'to',
  },
  keys: {
    template: { kind: 'text', doc: 'cardTemplateId.' },
    data: paramMap('Public variables of the card.'),
    privateData,
    stream: cardStream,
    to: {
      kind: 'text',
      doc: 'conversation (the default: the group, or the chat with the person), sender (who wrote or tapped), or an openSpaceId, cid… or userId.',
    },
  },
};

export const send: Shape = {
  kind: 'oneOrMore',
  item: card,
  doc: 'Create and deliver a card, or several.',
};

const outTrackId: Shape = {
  kind: 'text',
  doc: 'Of the card; the one that was tapped by default.',
};

/** Of one card. */
export const cardUpdate: ObjectShape = {
  kind: 'object',
  anyOf: ['cardData', 'userPrivateData', 'privateData'],
  mistakes: {
    data: 'cardData',
    cardParamMap: 'cardData',
    privateCardData: 'userPrivateData',
    cardUpdateOptions: 'updateCardDataByKey',
    card: 'outTrackId',
  },
  keys: {
    outTrackId,
    cardData: paramMap('Public variables to change.'),
    userPrivateData: paramMap('Private variables to change for the person who tapped.'),
    privateData,
    ...byKey,
  },
};

const update: Shape = {
  kind: 'oneOrMore',
  doc: 'Update a card for everybody, or several; after the answer.',
  item: cardUpdate,
};

/** Into a card that is there. */
export const streamInto: ObjectShape = {
  kind: 'object',
  required: ['key', 'text'],
  mistakes: { ...streamMistakes, card: 'outTrackId' },
  keys: { outTrackId, ...streamKeys },
};

const stream: Shape = {
  kind: 'oneOrMore',
  doc: 'Stream a text into an AI card, or several; after the answer.',
  item: streamInto,
};

const contentMistakes: Readonly<Record<string, string>> = {
  data: 'cardData',
  cardParamMap: 'cardData',
  privateData: 'userPrivateData',
  privateCardData: 'userPrivateData',
  cardUpdateOptions: 'updateCardDataByKey',
};

const contentKeys: Readonly<Record<string, Shape>> = {
  cardData: paramMap('Public variables to change.'),
  userPrivateData: paramMap('Private variables to change for the person who tapped.'),
  ...byKey,
};

/** New values for the tapped card. */
export const content: ObjectShape = {
  kind: 'object',
  doc: 'New values. Empty: acknowledge and change nothing.',
  mistakes: contentMistakes,
  keys: contentKeys,
};

export const failure: ObjectShape = {
  kind: 'object',
  doc: 'Answer with an error, as a broken service would.',
  mistakes: { status: 'code', error: 'message', text: 'message' },
  keys: {
    code: { kind: 'integer', min: 300, max: 599, doc: 'Code of the answer; 500 by default.' },
    message: { kind: 'text', mayBeEmpty: true, doc: 'Message of the answer.' },
  },
};

/** What a callback rule does. */
export const deedKeys: Readonly<Record<string, Shape>> = {
  answer: {
    kind: 'object',
    doc: 'Answer with new values. Empty: acknowledge and change nothing.',
    mistakes: { ...contentMistakes, delay: 'delayMs' },
    keys: {
      ...contentKeys,
      delayMs: {
        kind: 'integer',
        min: 0,
        max: 600_000,
        doc: 'Wait before answering. DingTalk gives up after 2000: what takes longer is acknowledged in time and goes out as an update.',
      },
    },
  },
  fail: failure,
  leave,
  send,
  update,
  stream,
};

export const deedMistakes: Readonly<Record<string, string>> = {
  reply: 'answer',
  response: 'answer',
  cardData: 'answer',
  updateCard: 'update',
  error: 'fail',
  then: 'answer',
  manual: 'leave',
};

/** Any number of these besides an answer. */
export const besides: readonly string[] = ['send', 'update', 'stream'];
