import { describe, expect, it } from 'vitest';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { findOpenExchanges } from '../../src/log/open-exchanges.js';
import { callbackAnswered, callbackReceived, sessionStarted } from '../support/event-builders.js';

const yes = { cardData: { cardParamMap: { status: '已同意' } } };
const no = { cardData: { cardParamMap: { status: '已拒绝' } } };
const outTrackId = 'dtcard-8f0c';
const startMs = 1_795_000_000_000;

/** What a run left open: the outcome of each exchange, as `id was decided`. */
function left(bodies: readonly EventBody[]): readonly string[] {
  return findOpenExchanges(numbered(bodies)).map(
    ({ exchangeId, was, decided }) =>
      `${exchangeId} ${was} ${decided?.cardData?.cardParamMap['status'] ?? '-'}`,
  );
}

function numbered(bodies: readonly EventBody[]): readonly DtcardEvent[] {
  return bodies.map((body, seq) => ({ ...body, seq, atMs: startMs + seq, v: 1 }));
}

const headless = sessionStarted();
const byHand = sessionStarted({ answerByHand: true });
const ended: EventBody = { type: 'session.ended', reason: 'signal', exitCode: 0 };
const tap = callbackReceived('x');
const autoAck = callbackAnswered('x', { source: 'autoAck' });
const late = (response = yes, rule?: string): EventBody => ({
  type: 'callback.late',
  exchangeId: 'x',
  source: rule === undefined ? 'manual' : 'rule',
  ...(rule === undefined ? {} : { rule }),
  response,
  tookMs: 5000,
});
const updated = (rule?: string, card = outTrackId): EventBody => ({
  type: 'card.updated',
  outTrackId: card,
  cardParamMap: {},
  because: { exchangeId: 'x', ...(rule === undefined ? {} : { rule }) },
});
const updateFailed: EventBody = {
  type: 'card.updateFailed',
  outTrackId,
  error: { code: 'E4001', params: {} },
  because: { exchangeId: 'x' },
};
const dropped = (reason: 'superseded' | 'nothing-to-update' | 'ended', rule?: string) =>
  ({
    type: 'callback.dropped',
    exchangeId: 'x',
    source: 'rule',
    reason,
    ...(rule === undefined ? {} : { rule }),
  }) as const satisfies EventBody;
const planned: EventBody = {
  type: 'callback.planned',
  exchangeId: 'x',
  rule: 'slow',
  delayMs: 9000,
  response: yes,
};
const forwarded: EventBody = {
  type: 'callback.forwarded',
  exchangeId: 'x',
  url: 'http://127.0.0.1:1/',
  attempt: 1,
};
const returned = (outcome: 'timeout' | 'retry'): EventBody => ({
  type: 'callback.forwardReturned',
  exchangeId: 'x',
  attempt: 1,
  outcome,
  tookMs: 10,
});
const expired: EventBody = { type: 'callback.expired', exchangeId: 'x' };
const restored = (was: 'acknowledged' | 'update-uncertain'): EventBody => ({
  type: 'callback.restored',
  exchangeId: 'x',
  callback: (tap as Extract<EventBody, { type: 'callback.received' }>).callback,
  receivedAtMs: startMs - 60_000,
  recording: '/r.jsonl',
  was,
  ...(was === 'update-uncertain' ? { decided: no } : {}),
});

describe('a run that was killed left open', () => {
  it.each<[string, readonly EventBody[], readonly string[]]>([
    ['what it did not answer', [headless, tap], ['x unanswered -']],
    [
      'what it held',
      [headless, tap, { type: 'callback.held', exchangeId: 'x' }],
      ['x unanswered -'],
    ],
    [
      'what it acknowledged, if a person could decide',
      [byHand, tap, autoAck],
      ['x acknowledged -'],
    ],
    ['nothing it acknowledged with nobody there', [headless, tap, autoAck], []],
    [
      'what it refused by itself, if a person could decide',
      [byHand, tap, callbackAnswered('x', { source: 'autoFail', code: 500 })],
      ['x acknowledged -'],
    ],
    ['what it let expire, if a person could decide', [byHand, tap, expired], ['x unanswered -']],
    [
      'what it could not acknowledge, its socket being gone',
      [byHand, tap, callbackAnswered('x', { source: 'autoAck', sent: false })],
      ['x unanswered -'],
    ],
    [
      'what was acknowledged when it came again',
      [
        byHand,
        tap,
        callbackAnswered('x', { source: 'autoAck', sent: false }),
        callbackAnswered('x', { source: 'duplicate' }),
      ],
      ['x acknowledged -'],
    ],
    ['nothing it let expire with nobody there', [headless, tap, expired], []],
    [
      'what a slow rule was about to decide',
      [headless, tap, planned, autoAck],
      ['x acknowledged 已同意'],
    ],
    ['what a service was still asked', [headless, tap, forwarded, autoAck], ['x acknowledged -']],
    [
      'what a service is to be asked again',
      [headless, tap, forwarded, returned('retry'), autoAck],
      ['x acknowledged -'],
    ],
    ['nothing a service gave up on', [headless, tap, forwarded, autoAck, returned('timeout')], []],
    ['nothing a rule answered', [byHand, tap, callbackAnswered('x', { response: yes })], []],
    ['nothing answered by hand', [byHand, tap, callbackAnswered('x', { source: 'manual' })], []],
    [
      'a late decision without its update',
      [headless, tap, autoAck, late()],
      ['x update-uncertain 已同意'],
    ],
    ['no late decision that arrived', [byHand, tap, autoAck, late(), updated()], []],
    ['no late decision that was refused', [byHand, tap, autoAck, late(), updateFailed], []],
    [
      'the newest of two late decisions',
      [byHand, tap, autoAck, late(), late(no), updated()],
      ['x update-uncertain 已拒绝'],
    ],
    ['neither of two that arrived', [byHand, tap, late(), late(no), updated(), updated()], []],
    [
      'a late decision, whatever else was updated because of the tap',
      [headless, tap, late(yes, 'r'), updated('r', 'another-card'), updated('other')],
      ['x update-uncertain 已同意'],
    ],
    [
      'an answer whose socket was gone',
      [headless, tap, callbackAnswered('x', { response: yes, sent: false })],
      ['x update-uncertain 已同意'],
    ],
    [
      'no answer that a redelivery took',
      [
        headless,
        tap,
        callbackAnswered('x', { response: yes, sent: false }),
        callbackAnswered('x', { source: 'duplicate' }),
      ],
      [],
    ],
    [
      'a decision after an answer',
      [headless, tap, callbackAnswered('x', { response: no }), late()],
      ['x update-uncertain 已同意'],
    ],
    [
      'nothing that was decided to stay as it is',
      [byHand, tap, autoAck, dropped('nothing-to-update')],
      [],
    ],
    [
      'what only a script would have decided that was overtaken',
      [byHand, tap, planned, autoAck, dropped('superseded', 'slow')],
      ['x acknowledged -'],
    ],
    ['what it had taken over itself', [headless, restored('acknowledged')], ['x acknowledged -']],
    [
      'what it had taken over as uncertain, with the decision',
      [headless, restored('update-uncertain')],
      ['x update-uncertain 已拒绝'],
    ],
    [
      'nothing taken over and decided since',
      [headless, restored('acknowledged'), late(), updated()],
      [],
    ],
  ])('%s', (_name, events, expected) => {
    expect(left(events)).toEqual(expected);
  });

  it('keeps when the tap was received, and by whom', () => {
    const [open] = findOpenExchanges(numbered([headless, tap]));
    expect(open).toMatchObject({
      receivedAtMs: startMs + 1,
      callback: { userId: 'user02', outTrackId, actionIds: ['btn_agree'] },
    });
    const [again] = findOpenExchanges(numbered([headless, restored('acknowledged')]));
    expect(again?.receivedAtMs).toBe(startMs - 60_000);
  });
});

describe('a run that ended left open', () => {
  it.each<[string, readonly EventBody[], readonly string[]]>([
    ['nothing it did not answer', [byHand, tap, ended], []],
    ['nothing it acknowledged', [byHand, tap, autoAck, ended], []],
    ['nothing a person had before them', [byHand, restored('update-uncertain'), ended], []],
    [
      'what it had taken over with nobody there',
      [headless, restored('acknowledged'), ended],
      ['x acknowledged -'],
    ],
    [
      'nothing taken over and decided',
      [headless, restored('acknowledged'), late(), updated(), ended],
      [],
    ],
    [
      'a late decision without its update',
      [byHand, tap, late(), ended],
      ['x update-uncertain 已同意'],
    ],
  ])('%s', (_name, events, expected) => {
    expect(left(events)).toEqual(expected);
  });
});

describe('hostile and huge runs', () => {
  it('passes over events that are not what they should be', () => {
    const odd = [
      { type: 'callback.received', exchangeId: 'a' },
      { type: 'callback.received', exchangeId: 'b', callback: { outTrackId: 1 } },
      { type: 'callback.received', exchangeId: 'c', callback: { outTrackId: '', actionIds: [1] } },
      { type: 'callback.late', exchangeId: 'nobody', response: 'x' },
      { type: 'card.updated', outTrackId: 'y' },
      { type: 'callback.late', exchangeId: 'x', response: null },
      { type: '__proto__', exchangeId: '__proto__' },
    ] as unknown as EventBody[];
    expect(left([tap, ...odd])).toEqual(['x unanswered -']);
  });

  it('keeps what is open, however many were settled after it', () => {
    const many = Array.from({ length: 30_000 }, (_, n) => [
      callbackReceived(`s${n}`),
      callbackAnswered(`s${n}`, { response: yes }),
    ]).flat();
    const last = callbackReceived('last');
    expect(left([headless, tap, ...many, last])).toEqual(['x unanswered -', 'last unanswered -']);
  });
});
