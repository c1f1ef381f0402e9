import { describe, expect, it } from 'vitest';
import type { DtcardEvent } from '../../../src/log/event.js';
import { createEventFilter } from '../../../src/log/filter/event-filter.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  connectionOpened,
  messageReceived,
} from '../../support/event-builders.js';
import { filterOf, passing } from '../../support/filters.js';

const events = [
  connectionOpened(),
  messageReceived('m1', '报销', { senderStaffId: 'user02', senderNick: '李四' }),
  cardCreated('track1'),
  cardDelivered('track1'),
  { type: 'message.unanswered', msgId: 'm1' } as const,
  callbackReceived('e1', { outTrackId: 'track1' }),
  { type: 'rule.matched', rule: 'r', on: 'callback', subject: 'e1', action: 'answer' } as const,
  callbackAnswered('e1', { rule: 'r' }),
];

describe('a filter over events', () => {
  it.each([
    ['', events.map(({ type }) => type)],
    ['kind:callback', ['callback.received', 'callback.answered']],
    [
      'template:approval.schema',
      ['card.created', 'card.delivered', 'callback.received', 'callback.answered'],
    ],
    ['waiting', ['callback.received']],
    ['answered', ['callback.answered']],
    ['rule:r', ['rule.matched', 'callback.answered']],
    ['conversation:审批群 kind:card', ['card.created', 'card.delivered']],
    [
      'var.amount>1000',
      ['card.created', 'card.delivered', 'callback.received', 'callback.answered'],
    ],
  ])('%s passes what is known to be meant', (text, expected) => {
    expect(passing(text, ...events)).toEqual(expected);
  });

  it('knows the name of the person who tapped from the messages before', () => {
    expect(passing('user:李四', ...events)).toEqual([
      'message.received',
      'message.unanswered',
      'callback.received',
      'callback.answered',
    ]);
  });

  it('knows cards by the name of their template', () => {
    const passes = createEventFilter(filterOf('template:审批'), (id) =>
      id === 'approval.schema' ? ['审批'] : [],
    );
    const created = { seq: 0, atMs: 0, v: 1, ...cardCreated('c') } as DtcardEvent;
    expect(passes(created)).toBe(true);
  });
});
