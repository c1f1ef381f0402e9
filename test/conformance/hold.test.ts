/** Clocks of callbacks that a simulator stops, over real sockets. Times are real: they are what it is about. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { holdAt, holdIn } from '../../src/cli/hold-clock.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import type { HoldClock } from '../../src/session/session-deps.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const http = createHttp({ proxy: createProxy({}), clock: systemClock });
const none = { announce: () => () => undefined, list: () => [] };

const ways: [string, (simulator: Simulator) => HoldClock][] = [
  ['in this process', holdIn],
  ['by the control API', (simulator) => holdAt(findSimulator(simulator.origin, none, http))],
];

const DEADLINE_MS = 400;
const decision = {
  kind: 'update',
  response: {
    cardUpdateOptions: { updateCardDataByKey: true },
    cardData: { cardParamMap: { status: '已同意' } },
  },
} as const;

async function opened(holdOf: (simulator: Simulator) => HoldClock) {
  const simulator = await startSimulator({ settings: { callbackDeadlineMs: DEADLINE_MS } });
  const one = await sessionOn(simulator, {
    deps: { holdClock: holdOf(simulator) },
    settings: { answerByHand: true, policy: 'hold', windowMs: DEADLINE_MS, marginMs: 100 },
  }).connected();
  const { outTrackId } = await one.sendCard();
  const status = () => simulator.card(outTrackId, 'manager01').view['status'];
  return { simulator, one, outTrackId, status };
}

const pastTheDeadline = () => new Promise((resolve) => setTimeout(resolve, DEADLINE_MS * 2));

describe.each(ways)('a callback held %s', (_name, holdOf) => {
  it('is answered long after its deadline, and the answer is applied', async () => {
    const { one, outTrackId, status } = await opened(holdOf);
    const tapped = one.tap(outTrackId);
    const { exchangeId } = await one.event('callback.held');
    await pastTheDeadline();
    expect(one.eventsOf('callback.answered')).toEqual([]);
    expect(one.session.commands.answer(exchangeId, decision)).toBe('answered');
    const result = await tapped;
    expect(result).toMatchObject({ outcome: 'answered', applied: true });
    expect(result).toHaveProperty('tookMs', expect.any(Number));
    expect('tookMs' in result && result.tookMs > DEADLINE_MS).toBe(true);
    expect(status()).toBe('已同意');
  });

  it('whose connection is lost is decided as an update', async () => {
    const { simulator, one, outTrackId, status } = await opened(holdOf);
    const tapped = one.tap(outTrackId);
    const { exchangeId } = await one.event('callback.held');
    simulator.dropAll();
    expect(await tapped).toMatchObject({ outcome: 'expired' });
    await one.event('connection.lost');
    one.session.commands.answer(exchangeId, decision);
    await one.event('card.updated');
    expect(status()).toBe('已同意');
  });
});

it('one that cannot be held is acknowledged in time', async () => {
  const { one, outTrackId } = await opened((simulator) => (messageId) => {
    // Somebody else was first: the clock stands already.
    simulator.holdCallback(messageId);
    return holdIn(simulator)(messageId);
  });
  const tapped = one.tap(outTrackId);
  expect(await one.event('callback.holdFailed')).toMatchObject({
    detail: 'the clock of the callback stands already',
  });
  expect(await tapped).toMatchObject({ outcome: 'answered', applied: false });
  expect(await one.event('callback.answered')).toMatchObject({ source: 'autoAck', sent: true });
});
