import { describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { holdAt, holdIn } from '../../src/cli/hold-clock.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import type { HoldClock } from '../../src/session/session-deps.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { simWithCard, wrapped } from '../support/sim-card.js';

const http = createHttp({ proxy: createProxy({}), clock: systemClock });
const none = { announce: () => () => undefined, list: () => [] };
const controlOf = (origin: string) => findSimulator(origin, none, http);

const ways: [string, (simulator: Simulator) => HoldClock][] = [
  ['in this process', (simulator) => holdIn(simulator)],
  ['by its control API', (simulator) => holdAt(controlOf(simulator.origin))],
];

describe.each(ways)('a clock of a simulator, %s', (_name, holdOf) => {
  it('stands once it was stopped', async () => {
    const clock = new ManualClock();
    const { simulator, client, tap } = await simWithCard({ clock });
    const result = tap();
    const messageId = (await client.next()).headers['messageId'] ?? '';
    expect(await holdOf(simulator)(messageId)).toBeUndefined();
    clock.advance(60_000);
    client.answer(messageId, wrapped({}));
    expect(await result).toMatchObject({ outcome: 'answered' });
  });

  it('cannot be stopped twice, after the answer, after the deadline, or of nothing', async () => {
    const { simulator, client, tap } = await simWithCard();
    const hold = holdOf(simulator);
    const first = tap();
    const answeredId = (await client.next()).headers['messageId'] ?? '';
    await hold(answeredId);
    expect(await hold(answeredId)).toBe('the clock of the callback stands already');
    client.answer(answeredId, wrapped({}));
    await first;
    expect(await hold(answeredId)).toBe('the callback is answered already');
    simulator.set({ callbackDeadlineMs: 1 });
    const second = tap();
    const expiredId = (await client.next()).headers['messageId'] ?? '';
    await second;
    expect(await hold(expiredId)).toBe('the callback has expired already');
    expect(await hold('nothing of the kind')).toMatch(/callback/);
  });
});

it('says why when nobody listens', async () => {
  const { simulator } = await simWithCard();
  const hold = holdAt(controlOf(simulator.origin));
  await simulator.stop();
  expect(await hold('m1')).not.toBe('');
});
