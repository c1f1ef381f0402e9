import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

it('gives up after the limit of redeliveries', async () => {
  const clock = new ManualClock();
  const settings = { pingIntervalMs: 0, eventRedeliverAfterMs: 1000, redeliverLimit: 1 };
  const simulator = await useSimulator({ clock, settings });
  const client = await connect(simulator);
  simulator.pushEvent('x', {});
  for (let n = 0; n < 10; n++) clock.advance(1000);
  simulator.ping();
  await client.next('ping');
  expect(client.frames.filter(({ type }) => type === 'EVENT')).toHaveLength(2);
});

it('leaves no timer behind when the simulator stops amid redeliveries', async () => {
  const clock = new ManualClock();
  const simulator = await useSimulator({ clock, settings: { redeliverAfterMs: 1000 } });
  simulator.pushEvent('x', {});
  const client = await connect(simulator);
  simulator.pushEvent('x', {});
  simulator.message({ userId: '张三', text: 'x' });
  client.answer((await client.next()).headers['messageId'] ?? '', '{"status":"LATER"}');
  await expect.poll(() => simulator.acks.end).toBe(1);
  simulator.disconnectAll();
  await simulator.stop();
  expect(clock.pending).toBe(0);
});

it('sends nothing that is too large, and says so', async () => {
  const simulator = await useSimulator();
  const client = await connect(simulator);
  expect(simulator.message({ userId: '张三', text: 'x'.repeat(300_000) })).toMatchObject({
    delivered: false,
    reason: 'frame-too-large',
  });
  simulator.message({ userId: '张三', text: 'small' });
  await client.next();
  expect(client.frames).toHaveLength(1);
});
