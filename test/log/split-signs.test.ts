import { describe, expect, it } from 'vitest';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { createSplitSigns, type SplitFinding } from '../../src/log/split-signs.js';
import {
  callbackReceived,
  cardCreated,
  connectionOpened,
  messageReceived,
} from '../support/event-builders.js';

const startMs = 1_795_000_000_000;

function signs(judgesCards = true) {
  const made = createSplitSigns({ judgesCards });
  let seq = 0;
  const look = (body: EventBody, atMs = startMs): SplitFinding | undefined =>
    made.look({ ...body, seq: seq++, atMs, v: 1 } as DtcardEvent);
  return { ...made, look };
}

const tapOn = (outTrackId: string) => callbackReceived('x', { outTrackId });

/** A tap whose frame says when it was made. */
function madeAt(madeAtMs: number): EventBody {
  const headers = { topic: '/v1.0/card/instances/callback', time: String(madeAtMs) };
  const data = JSON.stringify({ time: 'x', params: { time: '1' } });
  return callbackReceived('x', {}, { raw: JSON.stringify({ type: 'CALLBACK', headers, data }) });
}

function lost(connectionId = 'c1', wasOpen = true): EventBody {
  return { type: 'connection.lost', connectionId, reason: 'network', detail: '', wasOpen };
}

describe('a callback of a card that nobody here sent', () => {
  it('is a sign, counted', () => {
    const { look } = signs();
    expect(look(tapOn('order-1'))).toEqual({
      sign: 'foreign-card',
      params: { outTrackId: 'order-1', count: 1 },
    });
    expect(look(tapOn('order-1'))?.params).toMatchObject({ count: 2 });
  });

  it.each<[string, EventBody]>([
    ['sent', cardCreated('order-1')],
    ['sent, as far as is known', { type: 'card.uncertain', outTrackId: 'order-1', detail: '' }],
    ['updated', { type: 'card.updated', outTrackId: 'order-1', because: {} }],
    [
      'taken over from the run before',
      {
        type: 'callback.restored',
        exchangeId: 'y',
        callback: (tapOn('order-1') as Extract<EventBody, { type: 'callback.received' }>).callback,
        receivedAtMs: 1,
        recording: '',
        was: 'unanswered',
      },
    ],
  ])('is none once the card was %s', (_name, before) => {
    const { look } = signs();
    look(before);
    expect(look(tapOn('order-1'))).toBeUndefined();
    expect(look(tapOn('order-2'))).toBeDefined();
  });

  it('is none of a card that was made known, or that any dtcard made', () => {
    const { look, know } = signs();
    know(['order-1']);
    expect(look(tapOn('order-1'))).toBeUndefined();
    expect(look(tapOn('dtcard-5f0c'))).toBeUndefined();
    expect(look(tapOn(''))).toBeUndefined();
  });

  it('is none where others are expected to send cards', () => {
    expect(signs(false).look(tapOn('order-1'))).toBeUndefined();
  });

  it('is none of the newest fifty thousand cards', () => {
    const { look, know } = signs();
    know(Array.from({ length: 50_001 }, (_, n) => `order-${n}`));
    expect(look(tapOn('order-1'))).toBeUndefined();
    expect(look(tapOn('order-50000'))).toBeUndefined();
    expect(look(tapOn('order-0'))).toBeDefined();
  });
});

describe('a push that is older than it should be', () => {
  const old = (ageMs: number) => ({ sign: 'old-delivery', params: { ageMs } });

  it('is a sign when another one shows how far the clocks are apart', () => {
    const { look } = signs(false);
    look(connectionOpened(), startMs - 60_000);
    expect(look(madeAt(startMs - 50), startMs)).toBeUndefined();
    expect(look(madeAt(startMs - 11_000), startMs + 100)).toEqual(old(11_050));
    expect(look(madeAt(startMs + 150), startMs + 200)).toBeUndefined();
  });

  it('is a sign, too, when that shows only afterwards', () => {
    const { look } = signs(false);
    look(connectionOpened(), startMs - 60_000);
    expect(look(madeAt(startMs - 20_000), startMs)).toBeUndefined();
    expect(look(madeAt(startMs + 400), startMs + 500)).toEqual(old(19_900));
  });

  it.each([-3_600_000, 3_600_000])('is none because the clocks are %d ms apart', (skewMs) => {
    const { look } = signs(false);
    look(connectionOpened(), startMs - 60_000);
    for (let n = 0; n < 50; n++) {
      const atMs = startMs + n * 1000;
      expect(look(madeAt(atMs - skewMs - (n % 7) * 100), atMs)).toBeUndefined();
    }
    expect(look(madeAt(startMs + 40_000 - skewMs), startMs + 60_000)).toEqual(old(20_000));
  });

  it('is none when it was made while nobody of us was connected', () => {
    const { look } = signs(false);
    look(connectionOpened('c1'), startMs);
    look(madeAt(startMs + 1000), startMs + 1000);
    look(lost('c1'), startMs + 2000);
    look(lost('c2', false), startMs + 3000);
    look(connectionOpened('c3'), startMs + 40_000);
    expect(look(madeAt(startMs + 20_000), startMs + 41_000)).toBeUndefined();
    expect(look(madeAt(startMs + 41_000), startMs + 60_000)).toEqual(old(19_000));
  });

  it('is a sign across a planned change of connections, which leaves no gap', () => {
    const { look } = signs(false);
    look(connectionOpened('c1'), startMs);
    look(madeAt(startMs + 1000), startMs + 1000);
    look(connectionOpened('c2'), startMs + 20_000);
    look(lost('c1'), startMs + 21_000);
    expect(look(madeAt(startMs + 5000), startMs + 22_000)).toEqual(old(17_000));
  });

  it('is none across a clock that was set', () => {
    const { look, clockMoved } = signs(false);
    look(connectionOpened(), startMs - 60_000);
    look(madeAt(startMs), startMs);
    clockMoved();
    expect(look(madeAt(startMs + 1000), startMs + 31_000)).toBeUndefined();
  });

  it('is told of a message by when it was written', () => {
    const { look } = signs(false);
    look(connectionOpened(), startMs - 60_000);
    look(madeAt(startMs), startMs);
    const body = messageReceived('m', '你好', { createAt: startMs - 15_000 });
    const raw = `{"type":"CALLBACK","headers":{"time":"${startMs}"},"data":"{}"}`;
    expect(look({ ...body, raw } as EventBody, startMs)).toEqual(old(15_000));
  });

  it.each(['', '{', '{"headers":{"time":1795000000000}}', '{"headers":{"time":"soon"}}'])(
    'cannot be told from %j',
    (raw) => {
      const { look } = signs(false);
      look(madeAt(startMs), startMs);
      expect(look(callbackReceived('x', {}, { raw }), startMs + 60_000)).toBeUndefined();
    },
  );
});
