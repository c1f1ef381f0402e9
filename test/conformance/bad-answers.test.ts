/**
 * What the OpenAPI and the gateway can answer that they should not: each ends in a clear event and
 * error, and taps are answered meanwhile and afterwards. Real session, real clients, real sockets.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import type { FaultAction } from '../../src/simulator/faults.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { scaledClock } from '../support/scaled-clock.js';
import { acceptRule, sendRule } from '../support/session-harness.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const create = '/v1.0/card/instances/createAndDeliver';
const gateway = '/v1.0/gateway/connections/open';

const fail = (simulator: Simulator, path: string, action: FaultAction, times?: number) =>
  simulator.faults.add({ path, skip: 0, action, ...(times === undefined ? {} : { times }) });

const quiet = { qpsLimit: 0 };

async function connected() {
  const simulator = await startSimulator({ settings: quiet });
  const networkClock = scaledClock();
  const one = await sessionOn(simulator, { rules: acceptRule, networkClock }).connected();
  const { outTrackId } = await one.sendCard();
  return { simulator, one, outTrackId };
}

const error = (status: number, code: string): FaultAction => ({
  kind: 'error',
  status,
  code,
  message: code,
});

describe('the API', () => {
  it.each<[string, FaultAction, string]>([
    ['400', error(400, 'param.templateNotExist'), 'E4001'],
    ['401', error(401, 'Unauthorized'), 'E2002'],
    ['403', error(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied'), 'E2004'],
    ['429 again and again', error(429, 'system.busy'), 'E4001'],
    ['500', error(500, 'unknownError'), 'E4001'],
    ['503 again and again', { kind: 'answer', status: 503, body: '<html>busy</html>' }, 'E3003'],
    ['an HTML page with 200', { kind: 'answer', status: 200, body: '<html></html>' }, 'E3003'],
    ['a body cut off again and again', { kind: 'truncatedJson' }, 'E4003'],
    ['no body again and again', { kind: 'emptyBody' }, 'E4003'],
    ['a reset again and again', { kind: 'reset' }, 'E4003'],
    ['silence again and again', { kind: 'hang' }, 'E4003'],
  ])(
    'that answers %s: an error that says so, in the log too; taps go on',
    async (_, action, code) => {
      const { simulator, one, outTrackId } = await connected();
      fail(simulator, create, action);
      const thrown: unknown = await one.sendCard('unlucky').catch((each: unknown) => each);
      expect(thrown).toBeInstanceOf(DtcardError);
      expect((thrown as DtcardError).code).toBe(code);
      expect(one.eventsOf('card.failed')).toMatchObject([
        { outTrackId: 'unlucky', error: { code } },
      ]);
      expect(one.eventsOf('api.failed').length).toBeGreaterThan(0);
      expect(await one.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: true });
      expect(JSON.stringify(one.events)).not.toContain(simulator.credentials.clientSecret);
    },
  );

  it.each<[string, FaultAction]>([
    ['429', error(429, 'system.busy')],
    ['503', { kind: 'answer', status: 503, body: '' }],
    ['a body cut off', { kind: 'truncatedJson' }],
    ['no body', { kind: 'emptyBody' }],
    ['a reset', { kind: 'reset' }],
    ['silence', { kind: 'hang' }],
  ])(
    'that answers %s once is asked again with the same outTrackId: one card',
    async (_, action) => {
      const { simulator, one } = await connected();
      fail(simulator, create, action, 1);
      await one.sendCard('lucky');
      expect(one.eventsOf('api.failed')).toHaveLength(1);
      expect(simulator.cards().filter((card) => card.outTrackId === 'lucky')).toHaveLength(1);
      expect(one.eventsOf('card.delivered').at(-1)).toMatchObject({ outTrackId: 'lucky' });
    },
  );

  it('that loses its answer says that the card may exist, before it asks again', async () => {
    const { simulator, one } = await connected();
    fail(simulator, create, { kind: 'loseAnswer' }, 1);
    await one.sendCard('maybe');
    const told = one.events
      .filter(({ type }) => type.startsWith('card.') || type.startsWith('api.'))
      .map(({ type }) => type);
    expect(told.slice(-5)).toEqual([
      'api.failed',
      'card.uncertain',
      'api.called',
      'card.created',
      'card.delivered',
    ]);
    expect(one.eventsOf('card.uncertain')).toMatchObject([{ outTrackId: 'maybe' }]);
  });

  it('whose token expires between two calls gets a new one; both cards arrive', async () => {
    const { simulator, one } = await connected();
    await one.sendCard('first');
    fail(simulator, create, { kind: 'revokeToken' }, 1);
    await one.sendCard('second');
    expect(one.eventsOf('card.delivered').map(({ outTrackId }) => outTrackId)).toEqual(
      expect.arrayContaining(['first', 'second']),
    );
    expect(one.eventsOf('api.failed')).toHaveLength(1);
    expect(one.eventsOf('card.failed')).toEqual([]);
  });
});

describe('the gateway', () => {
  it.each<[string, FaultAction, string]>([
    ['refuses with 503', { kind: 'answer', status: 503, body: '' }, 'gateway-status'],
    ['hangs', { kind: 'hang' }, 'timeout'],
    ['answers without a ticket', { kind: 'answer', status: 200, body: {} }, 'gateway-answer'],
    ['answers HTML', { kind: 'htmlBan' }, 'gateway-status'],
    ['resets the connection', { kind: 'reset' }, 'network'],
  ])('that %s is asked again, and says why', async (_, action, reason) => {
    const simulator = await startSimulator({ settings: quiet });
    fail(simulator, gateway, action, 2);
    const one = sessionOn(simulator, { networkClock: scaledClock() });
    await one.connected();
    expect(one.eventsOf('connection.lost')).toMatchObject([
      { reason, wasOpen: false },
      { reason, wasOpen: false },
    ]);
    expect(one.eventsOf('connection.retrying')).toHaveLength(2);
  });

  it.each([400, 401])('that refuses with %i is asked no more, and says why', async (status) => {
    const simulator = await startSimulator({ settings: quiet });
    fail(simulator, gateway, error(status, 'authFailed'));
    const one = sessionOn(simulator, { networkClock: scaledClock() });
    one.session.start();
    const refused = await one.event('connection.refused');
    expect(refused.fault).toMatchObject({ httpStatus: status, code: 'authFailed' });
    expect(one.eventsOf('connection.retrying')).toEqual([]);
  });
});

describe('a slow API call', () => {
  it.each<[string, FaultAction]>([
    ['takes its time', { kind: 'slow', forMs: 1500 }],
    ['never ends', { kind: 'hang' }],
  ])('that %s delays the answer of no other callback', async (_, action) => {
    const simulator = await startSimulator({ settings: quiet });
    const rules = sendRule + acceptRule.split('\n').slice(3).join('\n');
    const one = await sessionOn(simulator, { rules }).connected();
    const { outTrackId } = await one.sendCard();
    fail(simulator, create, action, 1);
    simulator.message({ userId: 'manager01', text: '报销' });
    await one.event('rule.matched');
    for (let n = 0; n < 20; n++) {
      expect(await one.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: true });
    }
    // The card of the message is still on its way: nobody waited for it.
    expect(one.eventsOf('card.created').map((event) => event.outTrackId)).toEqual([outTrackId]);
    expect(one.eventsOf('card.failed')).toEqual([]);
  });
});

describe('a planned disconnect at 100 taps a second', () => {
  it('meets no tap without a connection; all are answered and logged', async () => {
    const simulator = await startSimulator({ settings: quiet });
    const one = await sessionOn(simulator, { rules: acceptRule }).connected();
    const { outTrackId } = await one.sendCard();
    const taps = [];
    for (let n = 0; n < 100; n++) {
      taps.push(one.tap(outTrackId));
      if (n === 30 || n === 60) expect(simulator.disconnectAll()).toBe(1);
      // Both ends live in this process. When the machine holds it up, time passes and nothing else
      // does: so a pause is 10 ms in which the process really ran.
      const startMs = performance.now();
      for (let turns = 0; turns < 100 || performance.now() - startMs < 10; turns++) await turn();
    }
    const outcomes = await Promise.all(taps);
    expect(outcomes.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
    expect(one.eventsOf('connection.draining')).toHaveLength(2);
    expect(one.eventsOf('connection.opened')).toHaveLength(3);
    expect(one.eventsOf('callback.received')).toHaveLength(100);
    expect(one.eventsOf('callback.answered').filter(({ sent }) => sent)).toHaveLength(100);
  });
});

describe('the end with a tap unanswered', () => {
  it('acknowledges it on the wire before the connection closes', async () => {
    const simulator = await startSimulator({ settings: quiet });
    const one = await sessionOn(simulator, { settings: { answerByHand: true } }).connected();
    const { outTrackId } = await one.sendCard();
    const tapped = one.tap(outTrackId);
    await one.event('callback.received');
    await one.session.stop('SIGTERM', 143);
    expect(await tapped).toMatchObject({ outcome: 'answered', code: 200, applied: false });
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'shutdown', sent: true }]);
    expect(one.events.at(-1)).toMatchObject({ type: 'session.ended', reason: 'SIGTERM' });
  });

  it('late decisions reach the card the person sees', async () => {
    const simulator = await startSimulator({ settings: quiet });
    const settings = { answerByHand: true, windowMs: 100, marginMs: 0 };
    const one = await sessionOn(simulator, { settings }).connected();
    const { outTrackId } = await one.sendCard();
    expect(await one.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: false });
    const { exchangeId } = await one.event('callback.answered');
    const response = {
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { status: '已同意' } },
      userPrivateData: { cardParamMap: { mine: '1' } },
    };
    expect(one.session.commands.answer(exchangeId, { kind: 'update', response })).toBe('late');
    await one.event('card.updated');
    expect(simulator.card(outTrackId, 'manager01').view).toMatchObject({
      title: '审批',
      status: '已同意',
      mine: '1',
    });
    expect(simulator.card(outTrackId, 'user002').view).not.toHaveProperty('mine');
  });
});
