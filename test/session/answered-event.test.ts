import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { answeredEvent } from '../../src/session/answered-event.js';
import { callback } from '../support/rule-subjects.js';

const response = { cardData: { cardParamMap: { status: 'ok' } } };

it('names who decided, and leaves out what there is not', () => {
  const clock = new ManualClock();
  const exchange = { exchangeId: 'e1', callback: callback(), startedMs: clock.monotonic() };
  clock.advance(1.23456);
  const written = { code: 200, sent: true };
  const empty = { answer: { kind: 'empty' }, source: 'autoAck' } as const;
  const head = { type: 'callback.answered', exchangeId: 'e1', tookMs: 1.235, ...written };
  expect(answeredEvent(clock, exchange, empty, written)).toEqual({ ...head, source: 'autoAck' });
  const full = { answer: { kind: 'update', response }, source: 'armed', armedId: 'a1' } as const;
  expect(answeredEvent(clock, exchange, full, written)).toEqual({
    ...head,
    source: 'armed',
    armedId: 'a1',
    response,
  });
  const byRule = { answer: { kind: 'empty' }, source: 'rule', rule: 'r' } as const;
  expect(answeredEvent(clock, exchange, byRule, written)).toEqual({
    ...head,
    source: 'rule',
    rule: 'r',
  });
});
