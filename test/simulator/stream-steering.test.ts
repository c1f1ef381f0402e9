import { expect, it } from 'vitest';
import { steerStream } from '../../src/simulator/stream-steering.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

it('does what the body says and counts what it concerned', async () => {
  const simulator = await useSimulator({ settings: { pingIntervalMs: 0 } });
  const client = await connect(simulator);
  expect(steerStream(simulator, { do: 'ping', times: 2 })).toEqual({ count: 2 });
  await client.next('ping');
  await client.next('ping');
  expect(steerStream(simulator, { do: 'raw', data: '{"headers":{},"x":1}' })).toEqual({ count: 1 });
  expect((await client.next()).json).toEqual({ headers: {}, x: 1 });
  expect(steerStream(simulator, { do: 'disconnect', reason: 'r' })).toEqual({ count: 1 });
  expect((await client.next('disconnect')).data).toBe('{"reason":"r"}');
  expect(steerStream(simulator, { do: 'stall' })).toEqual({ count: 0 });
  expect(steerStream(simulator, { do: 'drop' })).toEqual({ count: 1 });
  await client.closed;
  expect(steerStream(simulator, { do: 'refuse', times: 1 })).toEqual({ count: 1 });
  await expect(connect(simulator)).rejects.toThrow('401');
});

it('refuses what it does not know', async () => {
  const simulator = await useSimulator();
  const bodies = [
    {},
    { do: 'dance' },
    { do: 7 },
    { do: 'ping', times: -1 },
    { do: 'ping', times: 1e9 },
    { do: 'ping', times: '3' },
    { do: 'raw' },
    { do: 'raw', data: 'x', fragments: 0.5 },
    { do: 'disconnect', reason: {} },
  ];
  for (const body of bodies) expect(() => steerStream(simulator, body)).toThrow(/bad-input/);
});
