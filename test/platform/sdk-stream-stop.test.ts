/** After stop there is nothing: no timer, no socket, no word. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createSdkStream } from '../../src/platform/sdk-stream-connection.js';
import type { StreamState } from '../../src/platform/stream-connection.js';
import { callbackFrame, HostileGateway } from '../support/hostile-gateway.js';
import { type Harness, type HarnessOptions, startStream } from '../support/stream-harness.js';

let gateway: HostileGateway;
const running: Harness[] = [];

beforeEach(async () => {
  gateway = await HostileGateway.start();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((harness) => harness.connection.stop()));
  await gateway.close();
});

function start(options: HarnessOptions = {}): Harness {
  const harness = startStream(gateway, options);
  running.push(harness);
  return harness;
}

describe('stop', () => {
  it('closes with 1000, leaves no timer, and is told once', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    const socket = await gateway.socket();
    await harness.told('open');
    await Promise.all([harness.connection.stop(), harness.connection.stop()]);
    await gateway.until(() => !socket.isOpen, 'closed');
    expect(socket.closeCode).toBe(1000);
    expect(clock.pending).toBe(0);
    expect(harness.names()).toEqual(['opening', 'open', 'stopped']);
  });

  it('before start is told as well', async () => {
    const states: StreamState[] = [];
    const proxy = createProxy({});
    const connection = createSdkStream({
      clientId: 'a',
      clientSecret: 'b',
      endpoints: resolveEndpoints(gateway.origin),
      http: createHttp({ proxy, clock: systemClock }),
      proxy,
      clock: systemClock,
      ids: { uuid: () => 'u', outTrackId: () => 'o', hex: () => '', fraction: () => 0 },
      onListenerError: () => undefined,
    })({ onState: (state) => states.push(state), onFrame: () => {}, onMalformed: () => {} });
    await connection.stop();
    connection.start();
    expect(states).toEqual([{ state: 'stopped' }]);
    expect(gateway.calls).toEqual([]);
  });

  it('ends a gateway call in flight', async () => {
    const clock = new ManualClock();
    gateway.next({ kind: 'hang' });
    const harness = start({ clock });
    await gateway.until(() => gateway.calls.length === 1, 'call');
    await harness.connection.stop();
    await gateway.until(() => gateway.tcpConnections === 0, 'the connection is gone');
    expect(clock.pending).toBe(0);
    expect(harness.names()).toEqual(['opening', 'stopped']);
  });

  it('ends a handshake in flight', async () => {
    const clock = new ManualClock();
    gateway.nextHandshake({ kind: 'hang' });
    const harness = start({ clock });
    await gateway.until(() => gateway.handshakes.length === 1, 'handshake');
    await harness.connection.stop();
    await gateway.until(() => gateway.tcpConnections === 0, 'the connection is gone');
    expect(clock.pending).toBe(0);
  });

  it('in the same turn as start does not even ask the gateway', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    await harness.connection.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.sockets).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(harness.names()).toEqual(['opening', 'stopped']);
  });

  it('cancels a retry that is already queued', async () => {
    const clock = new ManualClock();
    gateway.next({ kind: 'status', status: 503 });
    const harness = start({ clock });
    await harness.told('retrying');
    await harness.connection.stop();
    expect(clock.pending).toBe(0);
    clock.advance(3_600_000);
    expect(gateway.calls).toHaveLength(1);
    expect(harness.names().at(-1)).toBe('stopped');
  });

  it('closes draining sockets and their successor', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    (await gateway.socket()).disconnectFrame();
    await harness.told('open', 2);
    await harness.connection.stop();
    await gateway.until(() => gateway.open.length === 0, 'all closed');
    expect(clock.pending).toBe(0);
    expect(harness.names()).toEqual(['opening', 'open', 'draining', 'opening', 'open', 'stopped']);
  });

  it('silences frames that arrive while the socket is closing', async () => {
    const harness = start();
    const socket = await gateway.socket();
    await harness.told('open');
    const stopped = harness.connection.stop();
    socket.send(callbackFrame('too late'));
    socket.send('bad');
    await stopped;
    expect(harness.frames).toEqual([]);
    expect(harness.malformed).toEqual([]);
  });

  it.each(['opening', 'open', 'lost', 'retrying', 'draining'] as const)(
    'from within the listener of %s ends everything',
    async (when) => {
      const clock = new ManualClock();
      const stops: Promise<void>[] = [];
      const harness = start({
        clock,
        onState: (state, connection) => {
          if (state.state === when) stops.push(connection.stop());
        },
      });
      if (when !== 'opening') {
        const socket = await gateway.socket();
        if (when === 'draining') socket.disconnectFrame();
        else if (when !== 'open') socket.kill();
      }
      await harness.told('stopped');
      await Promise.all(stops);
      expect(harness.names().at(-1)).toBe('stopped');
      expect(clock.pending).toBe(0);
      await gateway.until(() => gateway.open.length === 0, 'nothing is open');
    },
  );
});
