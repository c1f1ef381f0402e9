import { connect as connectTcp } from 'node:net';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import { Simulator } from '../../src/simulator/simulator.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

it('listens on a free loopback port and says where', async () => {
  const simulator = await useSimulator();
  expect(simulator.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const state = await fetch(`${simulator.origin}/_dtcard/state`);
  expect(await state.json()).toMatchObject({
    origin: simulator.origin,
    clientId: simulator.credentials.clientId,
    connections: [],
  });
});

it('refuses a port that is taken with E5003', async () => {
  const first = await useSimulator();
  const port = Number(new URL(first.origin).port);
  const second = new Simulator({ clock: systemClock, ids: systemIds, port });
  await expect(second.start()).rejects.toMatchObject({ code: 'E5003', params: { port } });
  await second.stop();
});

it('stops twice, and with idle, stalled and half-sent connections open', async () => {
  const simulator = await useSimulator();
  const client = await connect(simulator);
  simulator.stallAll();
  const half = connectTcp(Number(new URL(simulator.origin).port), '127.0.0.1');
  half.on('error', () => {});
  const halfClosed = new Promise((resolve) => half.on('close', resolve));
  half.write('POST /v1.0/gateway/connections/open HTTP/1.1\r\nHost: 127');
  await fetch(`${simulator.origin}/_dtcard/state`);
  await Promise.all([simulator.stop(), simulator.stop()]);
  expect(await client.closed).toBe(1006);
  await halfClosed;
  await expect(fetch(`${simulator.origin}/_dtcard/state`)).rejects.toThrow();
});

it('stops without having started', async () => {
  await expect(new Simulator({ clock: systemClock, ids: systemIds }).stop()).resolves.toBe(
    undefined,
  );
});
