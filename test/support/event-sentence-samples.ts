/** What a line says of the events of a card, and what samples of all events are made with. */
import type { EventBody, EventType } from '../../src/log/event.js';
import { cardCreated, cardDelivered } from './event-builders.js';

export type Samples = {
  readonly [T in EventType]: readonly (readonly [
    Extract<EventBody, { readonly type: T }>,
    zh: string,
    en: string,
  ])[];
};

const because = { rule: 'r', msgId: 'm1' };
export const error = { code: 'E3001', params: { host: 'h', detail: 'ECONNREFUSED' } };

/** Of a builder's type the one that is wanted; builders give the union. */
export function as<T extends EventType>(
  _type: T,
  body: EventBody,
): Extract<EventBody, { type: T }> {
  return body as Extract<EventBody, { type: T }>;
}

type CardEvents = Extract<EventType, `card.${string}`>;

export const cardSamples: Pick<Samples, CardEvents> = {
  'card.created': [[as('card.created', cardCreated('o1')), '', '']],
  'card.delivered': [
    [as('card.delivered', cardDelivered('o1')), '已发送 o1 → cidA1b2', 'sent o1 → cidA1b2'],
  ],
  'card.undelivered': [
    [
      {
        type: 'card.undelivered',
        outTrackId: 'o',
        spaceType: 'IM_GROUP',
        spaceId: 'cid1',
        errorMsg: 'not in chat',
        because,
      },
      '未送达 IM_GROUP cid1：not in chat',
      'not delivered to IM_GROUP cid1: not in chat',
    ],
  ],
  'card.uncertain': [
    [
      { type: 'card.uncertain', outTrackId: 'o', detail: 'silence' },
      '卡片可能已创建',
      'the card may exist',
    ],
  ],
  'card.failed': [
    [
      {
        type: 'card.failed',
        outTrackId: 'o',
        cardTemplateId: 't',
        openSpaceId: 's',
        error,
        because,
      },
      '发送失败：连不上 h',
      'not sent: Cannot reach h',
    ],
  ],
  'card.updated': [
    [
      {
        type: 'card.updated',
        outTrackId: 'o',
        cardParamMap: { a: '1' },
        privateData: { u: { cardParamMap: { b: '2' } } },
        because,
      },
      '已更新 · a=1 · privateData u b=2',
      'updated · a=1 · privateData u b=2',
    ],
  ],
  'card.streamed': [
    [
      {
        type: 'card.streamed',
        outTrackId: 'o',
        key: 'content',
        content: '你好😀',
        isFull: true,
        isFinalize: false,
        isError: false,
        because,
      },
      '流式输出 content：3 字',
      'streaming content: 3 characters',
    ],
    [
      {
        type: 'card.streamed',
        outTrackId: 'o',
        key: 'content',
        content: '完',
        isFull: true,
        isFinalize: true,
        isError: false,
        because,
      },
      '流式输出完成 content：1 字',
      'streamed content: 1 characters',
    ],
    [
      {
        type: 'card.streamed',
        outTrackId: 'o',
        key: 'content',
        content: '',
        isFull: true,
        isFinalize: false,
        isError: true,
        because,
      },
      '流式输出以失败结束 content：0 字',
      'streaming content ended as failed: 0 characters',
    ],
  ],
  'card.streamFailed': [
    [
      { type: 'card.streamFailed', outTrackId: 'o', key: 'content', error, because },
      '流式输出 content 失败：连不上 h',
      'not streamed content: Cannot reach h',
    ],
  ],
  'card.updateFailed': [
    [
      { type: 'card.updateFailed', outTrackId: 'o', error, because },
      '更新失败：连不上 h',
      'not updated: Cannot reach h',
    ],
  ],
};
