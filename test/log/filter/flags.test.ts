import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { flagNames } from '../../../src/log/filter/filter-names.js';
import { flags } from '../../../src/log/filter/flags.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  messageReceived,
} from '../../support/event-builders.js';
import { lastSubject, rowSubjects } from '../../support/filters.js';

const late: EventBody = {
  type: 'callback.late',
  exchangeId: 'e',
  source: 'manual',
  response: {},
  tookMs: 3000,
};
const error = { code: 'E4001', params: {} };
const acknowledged = [callbackReceived('e'), callbackAnswered('e', { source: 'autoAck' })];

describe('flags of a row', () => {
  it.each<[string, readonly EventBody[], readonly string[]]>([
    ['a fresh callback', [callbackReceived('e')], ['waiting']],
    ['one answered', [callbackReceived('e'), callbackAnswered('e')], ['answered']],
    ['one acknowledged', acknowledged, ['unanswered']],
    ['one decided late', [...acknowledged, late], ['late']],
    [
      'one whose update failed',
      [
        ...acknowledged,
        late,
        {
          type: 'card.updateFailed',
          outTrackId: 'dtcard-8f0c',
          error,
          because: { exchangeId: 'e' },
        },
      ],
      ['late', 'failed'],
    ],
    [
      'one answered with an error',
      [callbackReceived('e'), callbackAnswered('e', { code: 500 })],
      ['answered', 'failed'],
    ],
    [
      'one delivered twice',
      [
        callbackReceived('e'),
        { type: 'callback.duplicate', exchangeId: 'e', connectionId: 'c', messageId: 'm', raw: '' },
      ],
      ['waiting', 'duplicate'],
    ],
    ['a message', [messageReceived('m', 'x')], []],
    [
      'a message no rule took',
      [messageReceived('m', 'x'), { type: 'message.unanswered', msgId: 'm' }],
      ['unanswered'],
    ],
    ['a card', [cardCreated('c')], []],
    [
      'a card that was refused',
      [
        {
          type: 'card.failed',
          outTrackId: 'c',
          cardTemplateId: 't',
          openSpaceId: 'o',
          error,
          because: {},
        },
      ],
      ['failed'],
    ],
    ['an error notice', [{ type: 'notice', level: 'error', key: 'k', params: {} }], ['failed']],
    ['a notice', [{ type: 'notice', level: 'info', key: 'k', params: {} }], []],
  ])('%s', (_, events, expected) => {
    const [row] = rowSubjects(...events);
    expect(flagNames.filter((name) => row && flags[name](row))).toEqual(expected);
  });
});

describe('flags of an event', () => {
  it('are those of its callback by then', () => {
    expect(flags.waiting(lastSubject(callbackReceived('e')))).toBe(true);
    expect(flags.late(lastSubject(...acknowledged, late))).toBe(true);
  });

  it('are its own where it is no callback', () => {
    const updated = lastSubject(
      cardCreated('c'),
      { type: 'card.updateFailed', outTrackId: 'c', error, because: {} },
      { type: 'card.updated', outTrackId: 'c', cardParamMap: {}, because: {} },
    );
    expect(flags.failed(updated)).toBe(false);
    expect(flags.unanswered(lastSubject({ type: 'message.unanswered', msgId: 'm' }))).toBe(true);
  });
});
