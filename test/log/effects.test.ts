import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEffectsProjection } from '../../src/log/effects.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../support/event-builders.js';

function open(capacity?: number) {
  const log = createEventLog({ clock: new ManualClock(1000) });
  const projection = log.project(createEffectsProjection(capacity));
  return { log, projection, view: projection.read() };
}

const cardUpdateOptions = { updateCardDataByKey: true };
const response = { cardUpdateOptions, cardData: { cardParamMap: { status: '已同意' } } };
const tap = callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' });

function updated(exchangeId: string | undefined, status: string, outTrackId = 'c1'): EventBody {
  return {
    type: 'card.updated',
    outTrackId,
    cardParamMap: { status },
    cardUpdateOptions,
    because: exchangeId === undefined ? {} : { exchangeId },
  };
}

const changeOf = (entry: { readonly effect: { readonly cardData?: object } } | undefined) =>
  (entry?.effect.cardData as { readonly variables: readonly object[] } | undefined)?.variables[0];

describe('effects of a callback', () => {
  it('are its answer, then each update that came of it, every one from what was before', () => {
    const { log, view } = open();
    log.append(
      cardCreated('c1'),
      tap,
      callbackAnswered('e1', { response }),
      updated('e1', '已撤回'),
    );
    expect(view.of('e1').map(({ seq, effect }) => [seq, effect.as])).toEqual([
      [2, 'answer'],
      [3, 'update'],
    ]);
    expect(view.of('e1').map(changeOf)).toEqual([
      { name: 'status', is: 'changed', before: '待审批', after: '已同意' },
      { name: 'status', is: 'changed', before: '已同意', after: '已撤回' },
    ]);
    expect(view.last?.seq).toBe(3);
  });

  it('include those on another card', () => {
    const { log, view } = open();
    log.append(cardCreated('c1'), cardCreated('c2'), tap, updated('e1', 'x', 'c2'));
    expect(view.of('e1')[0]?.effect).toMatchObject({ outTrackId: 'c2', userId: 'user02' });
  });

  it.each([
    ['an empty acknowledgement', callbackAnswered('e1', { source: 'autoAck' })],
    ['a refusal', callbackAnswered('e1', { response, code: 500 })],
    ['an answer that was never sent', callbackAnswered('e1', { response, sent: false })],
    ['an update of the person', updated(undefined, 'x')],
    ['an update for a callback nobody saw', updated('e9', 'x')],
  ])('%s is none', (_, event) => {
    const { log, view } = open();
    log.append(cardCreated('c1'), tap, event);
    expect(view.of('e1')).toEqual([]);
    expect(view.last).toBeUndefined();
  });

  it('are told once when an answer is repeated', () => {
    const { log, view } = open();
    const again = callbackAnswered('e1', { response, source: 'duplicate' });
    log.append(cardCreated('c1'), tap, callbackAnswered('e1', { response }), again);
    expect(view.of('e1')).toHaveLength(1);
    expect(view.last).toBeUndefined();
  });

  it('are told of a repeated answer when the first never arrived', () => {
    const { log, view } = open();
    const first = callbackAnswered('e1', { response, sent: false });
    log.append(
      cardCreated('c1'),
      tap,
      first,
      callbackAnswered('e1', { response, source: 'duplicate' }),
    );
    expect(view.of('e1').map(changeOf)).toEqual([
      { name: 'status', is: 'changed', before: '待审批', after: '已同意' },
    ]);
  });

  it('reach whom the session says; everyone where it says nothing', () => {
    const { log, view } = open();
    const other = callbackReceived('e2', { outTrackId: 'c1', userId: 'user03' });
    log.append(sessionStarted(), cardCreated('c1'), tap, other);
    log.append(callbackAnswered('e1', { response }));
    expect(view.of('e1')[0]?.effect.viewers).toMatchObject([
      { userId: 'user02', sees: 'change' },
      { userId: 'user03', sees: 'change' },
    ]);
    log.append(sessionStarted({ answerReach: 'clicker' }));
    log.append(callbackAnswered('e2', { response: { cardData: { cardParamMap: { a: '1' } } } }));
    expect(view.of('e2')[0]?.effect).toMatchObject({
      reach: 'clicker',
      viewers: [
        { userId: 'user03', sees: 'change', because: 'answered' },
        { userId: 'user02', sees: 'nothing', because: 'clicker-only' },
      ],
    });
  });

  it('of callbacks an earlier run left open are known, what the card held is not', () => {
    const { log, view } = open();
    log.append(
      {
        type: 'callback.restored',
        exchangeId: 'e0',
        callback: {
          outTrackId: 'old',
          corpId: '',
          userId: 'user02',
          userIdType: 1,
          spaceType: 'IM',
          spaceId: '',
          type: 'actionCallback',
          actionIds: [],
          params: {},
        },
        receivedAtMs: 0,
        recording: 'r.jsonl',
        was: 'acknowledged',
      },
      updated('e0', 'x', 'old'),
    );
    expect(view.of('e0')[0]?.effect).toMatchObject({
      isBeforeKnown: false,
      others: { sees: 'unknown' },
    });
  });

  it('are forgotten, oldest first', () => {
    const { log, view } = open(3);
    for (let at = 0; at < 10; at++) {
      log.append(
        cardCreated(`c${at}`),
        callbackReceived(`e${at}`, { outTrackId: `c${at}` }),
        callbackAnswered(`e${at}`, { response }),
      );
    }
    expect(view.size).toBe(3);
    expect(view.of('e0')).toEqual([]);
    expect(view.of('e9')).toHaveLength(1);
  });
});
