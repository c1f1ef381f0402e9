import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createArmedProjection } from '../../src/log/armed.js';
import { createEventLog } from '../../src/log/event-log.js';
import { callbackAnswered } from '../support/event-builders.js';

function open() {
  const log = createEventLog({ clock: new ManualClock() });
  return { log, armed: log.project(createArmedProjection()) };
}

const response = { cardData: { cardParamMap: { status: 'ok' } } };

it('lists armed answers in the order in which they were armed', () => {
  const { log, armed } = open();
  log.append(
    { type: 'answer.armed', armedId: 'a1', filter: 'action:ok', response, code: 200, times: 2 },
    { type: 'answer.armed', armedId: 'a2', filter: '*', code: 503 },
  );
  expect(armed.read()).toEqual([
    { armedId: 'a1', seq: 0, filter: 'action:ok', response, code: 200, left: 2 },
    { armedId: 'a2', seq: 1, filter: '*', code: 503 },
  ]);
});

it('counts down with every answer that was armed, and knows no end where there is none', () => {
  const { log, armed } = open();
  log.append(
    { type: 'answer.armed', armedId: 'a1', filter: '', code: 200, times: 2 },
    { type: 'answer.armed', armedId: 'a2', filter: '', code: 200 },
    callbackAnswered('e1', { source: 'armed', armedId: 'a1' }),
    callbackAnswered('e2', { source: 'armed', armedId: 'a2' }),
    callbackAnswered('e3', { source: 'rule', rule: 'a1' }),
  );
  expect(armed.read().map(({ left }) => left)).toEqual([1, undefined]);
});

it('forgets what was used up or taken back, with a new version each time', () => {
  const { log, armed } = open();
  log.append(
    { type: 'answer.armed', armedId: 'a1', filter: '', code: 200, times: 1 },
    { type: 'answer.armed', armedId: 'a2', filter: '', code: 200 },
  );
  const before = armed.version;
  log.append({ type: 'answer.disarmed', armedId: 'a1', reason: 'used-up' });
  log.append({ type: 'answer.disarmed', armedId: 'a2', reason: 'by-hand' });
  expect(armed.read()).toEqual([]);
  expect(armed.version).toBe(before + 2);
});
