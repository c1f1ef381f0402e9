import { expect, test } from 'vitest';
import { type CardStep, stepOn } from '../../../src/simulator/page/card-history.js';
import type { SimEvent, SimEventBody } from '../../../src/simulator/sim-event.js';
import { agreed, simWithCard, wrapped } from '../../support/sim-card.js';

const historyOf = (events: readonly SimEvent[]) => events.reduce<readonly CardStep[]>(stepOn, []);

const outTrackId = 'o1';

function happened(...bodies: readonly SimEventBody[]): readonly CardStep[] {
  return historyOf(bodies.map((body, at) => ({ ...body, seq: at + 1, atMs: at })));
}

const sent: SimEventBody = {
  type: 'callback.sent',
  messageId: 'm1',
  outTrackId,
  userId: 'user002',
  actionIds: ['a'],
  params: {},
  connectionId: 'c',
};
const about = { messageId: 'm1', outTrackId, userId: 'user002' };

test('a tap, its answer and what it changed are one step', async () => {
  const { simulator, client, tap, outTrackId: card } = await simWithCard();
  const done = tap();
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', wrapped(agreed));
  await done;
  const events = simulator.events().filter((e) => 'outTrackId' in e && e.outTrackId === card);
  const steps = historyOf(events);
  expect(steps.map(({ kind }) => kind)).toEqual(['created', 'delivered', 'callback']);
  expect(steps.at(-1)).toMatchObject({
    userId: 'manager01',
    actionIds: ['btn_agree'],
    params: { action: 'agree' },
    outcome: { is: 'answered', code: 200, applied: true, response: agreed },
    change: { viewers: ['*'], before: { status: '待处理' }, after: { status: '已同意' } },
  });
});

test('a tap waits until it is settled', () => {
  expect(happened(sent)).toMatchObject([{ outcome: { is: 'waiting' } }]);
});

test('an answer that came too late keeps the deadline it missed', () => {
  const steps = happened(
    sent,
    { type: 'callback.expired', ...about, afterMs: 2000 },
    { type: 'callback.late', ...about, code: 200, tookMs: 2500 },
  );
  expect(steps).toMatchObject([{ outcome: { is: 'expired', afterMs: 2000, lateAfterMs: 2500 } }]);
});

test('a tap whose clock was stopped waits, and again when it goes on', () => {
  const held = { type: 'callback.held', ...about } as const;
  expect(happened(sent, held)).toMatchObject([{ outcome: { is: 'held' } }]);
  const released = { type: 'callback.released', ...about, remainingMs: 100 } as const;
  expect(happened(sent, held, released)).toMatchObject([{ outcome: { is: 'waiting' } }]);
});

test('a tap nobody could receive says why', () => {
  const steps = happened({
    type: 'callback.undeliverable',
    outTrackId,
    userId: 'user002',
    reason: 'no-connection',
  });
  expect(steps).toMatchObject([{ outcome: { is: 'undeliverable', reason: 'no-connection' } }]);
});

test('an answer to a tap that is not known changes nothing', () => {
  const late = { type: 'callback.expired', ...about, afterMs: 1 } as const;
  expect(happened(late)).toEqual([]);
});

test('frames of streaming are one step from the first data to the last', () => {
  const frame = (before: string, after: string): SimEventBody => ({
    type: 'card.changed',
    outTrackId,
    by: 'streaming',
    viewers: ['*'],
    before: { text: before },
    cardParamMap: { text: after },
  });
  const steps = happened(frame('', 'a'), frame('a', 'ab'), frame('ab', 'abc'));
  expect(steps).toMatchObject([
    { kind: 'changed', times: 3, change: { before: { text: '' }, after: { text: 'abc' } } },
  ]);
});

test('the newest two hundred steps are kept', () => {
  const bodies = Array.from(
    { length: 205 },
    (): SimEventBody => ({
      type: 'warning',
      code: 'x',
      message: 'y',
      outTrackId,
    }),
  );
  expect(happened(...bodies)).toHaveLength(200);
  expect(happened(...bodies)[0]?.seq).toBe(6);
});
