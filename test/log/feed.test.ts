import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createFeedProjection } from '../../src/log/feed.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  connectionOpened,
  messageReceived,
} from '../support/event-builders.js';

function open(capacity?: number) {
  const clock = new ManualClock(1000);
  const log = createEventLog({ clock });
  const projection = log.project(createFeedProjection(capacity));
  return { clock, log, projection, view: projection.read() };
}

describe('feed', () => {
  it('has one row per message, exchange, card, api failure and notice', () => {
    const { log, view } = open();
    const error = { code: 'E4001', params: {} };
    log.append(
      connectionOpened(),
      messageReceived('m1', 'hi'),
      { type: 'api.called', method: 'POST', path: '/p', status: 200, tookMs: 1, attempt: 1 },
      cardCreated('c1'),
      cardDelivered('c1'),
      callbackReceived('e1'),
      callbackAnswered('e1'),
      { type: 'api.failed', method: 'POST', path: '/p', error, tookMs: 1, attempt: 1 },
      { type: 'notice', level: 'warn', key: 'k', params: {} },
      { type: 'frame.answered', messageId: 'x', topic: 't', code: 200, sent: true },
    );
    const kinds = view.rows.map((row) => (row.kind === 'event' ? row.event.type : row.kind));
    expect(kinds).toEqual([
      'connection.opened',
      'message',
      'card',
      'exchange',
      'api.failed',
      'notice',
    ]);
  });

  it('follows a message to the delivery of its card', () => {
    const { log, clock, view } = open();
    log.append(messageReceived('m1', 'hi'), {
      type: 'rule.matched',
      rule: 'submit',
      on: 'message',
      subject: 'm1',
      action: 'send',
    });
    clock.advance(118);
    log.append(cardCreated('c1'), cardDelivered('c1', { because: { msgId: 'm1' } }));
    expect(view.rows[0]).toMatchObject({ outcome: 'carded', rule: 'submit', tookMs: 118 });
  });

  it('calls a message failed when one of its targets did not get the card', () => {
    const { log, view } = open();
    const because = { msgId: 'm1' };
    log.append(
      messageReceived('m1', 'hi'),
      {
        type: 'card.undelivered',
        outTrackId: 'c1',
        spaceType: 'IM_ROBOT',
        spaceId: 'u',
        errorMsg: 'no',
        because,
      },
      cardDelivered('c1', { because }),
    );
    expect(view.rows[0]).toMatchObject({ outcome: 'failed' });
  });

  it('counts redelivered messages and marks unanswered ones, in place', () => {
    const { log, view } = open();
    log.append(
      messageReceived('m1', 'hi'),
      { type: 'message.unanswered', msgId: 'm1' },
      { type: 'message.duplicate', connectionId: 'c', messageId: 'f', msgId: 'm1', raw: '' },
    );
    expect(view.rows).toHaveLength(1);
    expect(view.rows[0]).toMatchObject({ outcome: 'unanswered', duplicates: 1 });
  });

  it('does not take messages without an id for one another', () => {
    const { log, view } = open();
    log.append(messageReceived('', 'a'), messageReceived('', 'b'), {
      type: 'message.unanswered',
      msgId: '',
    });
    expect(view.rows.map((row) => row.kind === 'message' && row.outcome)).toEqual([
      'received',
      'received',
    ]);
  });

  it('shows a card that failed, and one that is created again, once', () => {
    const { log, view } = open();
    log.append(cardCreated('c1'), cardCreated('c1'), {
      type: 'card.failed',
      outTrackId: 'c2',
      cardTemplateId: 't',
      openSpaceId: 's',
      error: { code: 'E4001', params: {} },
      because: {},
    });
    expect(view.rows.map((row) => row.kind === 'card' && row.outTrackId)).toEqual(['c1', 'c2']);
  });

  it('keeps a bounded number of rows, and still updates those it keeps', () => {
    const { log, view } = open(100);
    for (let n = 0; n < 1000; n++) log.append(messageReceived(`m${n}`, `${n}`));
    expect(view.rows.length).toBeGreaterThanOrEqual(100);
    expect(view.rows.length).toBeLessThanOrEqual(125);
    expect(view.dropped + view.rows.length).toBe(1000);
    log.append(
      { type: 'message.unanswered', msgId: 'm999' },
      { type: 'message.unanswered', msgId: 'm0' },
    );
    expect(view.rows.at(-1)).toMatchObject({ outcome: 'unanswered', seq: 999 });
    expect(
      view.rows.filter((row) => row.kind === 'message' && row.outcome === 'unanswered'),
    ).toHaveLength(1);
  });

  it('knows nicknames and conversations, the newest first', () => {
    const { log, view } = open();
    log.append(
      messageReceived('m1', 'a'),
      messageReceived('m2', 'b', {
        conversationId: 'cid2',
        senderStaffId: 'u2',
        senderNick: '李四',
      }),
      messageReceived('m3', 'c', { senderNick: '张三丰' }),
    );
    expect([view.nickOf('manager01'), view.nickOf('u2'), view.nickOf('?')]).toEqual([
      '张三丰',
      '李四',
      undefined,
    ]);
    expect(view.conversations().map((message) => message.msgId)).toEqual(['m3', 'm2']);
    expect([view.placeOf('u2'), view.placeOf('cid9')]).toEqual(['李四', 'cid9']);
  });

  it('has a new version only when a row changed', () => {
    const { log, projection } = open();
    log.append(messageReceived('m1', 'a'));
    const { version } = projection;
    log.append({ type: 'message.unanswered', msgId: 'other' }, cardDelivered('c9'));
    expect(projection.version).toBe(version);
  });

  it('has a row for what an earlier run left open, at the time it was taken over', () => {
    const { log, view } = open();
    const received = callbackReceived('e1');
    if (received.type !== 'callback.received') throw new Error('not a callback');
    const { callback } = received;
    const found = { recording: '/a.jsonl', was: 'unanswered', receivedAtMs: 5 } as const;
    log.append({ type: 'callback.restored', exchangeId: 'e1', callback, ...found });
    expect(view.rows).toMatchObject([{ kind: 'exchange', exchangeId: 'e1', atMs: 1000 }]);
  });
});
