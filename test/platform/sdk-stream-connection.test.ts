import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { ReceivedFrame } from '../../src/platform/stream-connection.js';
import { streamResponse } from '../../src/protocol/stream-frame.js';
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

function answer(received: ReceivedFrame): void {
  received.respond(streamResponse(received.frame.headers.messageId, '{"response":{}}'));
}

const fast = { backoff: { firstMs: 20, longestMs: 80 } };

describe('opening', () => {
  it('goes from idle over opening to open, with one call and one handshake', async () => {
    const harness = start();
    await harness.told('open');
    expect(harness.states).toMatchObject([
      { state: 'opening', attempt: 1 },
      { state: 'open', endpoint: `127.0.0.1:${gateway.port}/connect` },
    ]);
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.handshakes).toHaveLength(1);
  });

  it('happens once however often start is called', async () => {
    const harness = start();
    harness.connection.start();
    harness.connection.start();
    await harness.told('open');
    harness.connection.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.live).toHaveLength(1);
  });

  it('does not start again after stop', async () => {
    const harness = start();
    await harness.told('open');
    await harness.connection.stop();
    harness.connection.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.calls).toHaveLength(1);
  });

  it('hears a frame that came together with the handshake, after it is open', async () => {
    gateway.nextHandshake({ kind: 'accept', firstFrame: JSON.stringify(callbackFrame('first')) });
    const order: string[] = [];
    start({
      onState: (state) => order.push(state.state),
      onFrame: (received) => {
        order.push(received.frame.headers.messageId);
        answer(received);
      },
    });
    const socket = await gateway.socket();
    await gateway.until(() => socket.received.length === 1, 'answer');
    expect(order).toEqual(['opening', 'open', 'first']);
  });

  it('uses the connection id of the attempt for everything that follows', async () => {
    const harness = start();
    const socket = await gateway.socket();
    socket.send(callbackFrame('m'));
    socket.send('bad');
    await gateway.until(() => harness.malformed.length === 1, 'malformed');
    const ids = [
      ...harness.states.map((state) => ('connectionId' in state ? state.connectionId : '')),
      harness.frames[0]?.connectionId,
      harness.malformed[0]?.connectionId,
    ];
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a gateway in trouble', () => {
  it('is asked again after 503, 429, 403, HTML, no ticket, a reset and a cut body', async () => {
    gateway.next(
      { kind: 'status', status: 503 },
      { kind: 'status', status: 429 },
      { kind: 'status', status: 403 },
      { kind: 'body', body: '<html>' },
      { kind: 'body', body: '{}' },
      { kind: 'reset' },
      { kind: 'truncated' },
    );
    const harness = start({ timings: fast });
    await harness.told('open');
    const reasons = harness.states.flatMap((state) => (state.state === 'lost' ? state.reason : []));
    expect(reasons).toEqual([
      'gateway-status',
      'gateway-status',
      'gateway-status',
      'gateway-answer',
      'gateway-answer',
      'network',
      'gateway-answer',
    ]);
    expect(harness.states.at(-2)).toMatchObject({ state: 'opening', attempt: 8 });
    expect(gateway.live).toHaveLength(1);
  });

  it('that hangs is given up after 10 s and asked again', async () => {
    const clock = new ManualClock();
    gateway.next({ kind: 'hang' });
    const harness = start({ clock });
    await gateway.until(() => gateway.calls.length === 1, 'call');
    clock.advance(9_999);
    expect(harness.names()).toEqual(['opening']);
    clock.advance(1);
    await harness.told('retrying');
    expect(harness.states[1]).toMatchObject({ state: 'lost', reason: 'timeout', wasOpen: false });
    clock.advance(1_000);
    await harness.told('open');
    expect(gateway.sockets).toHaveLength(1);
  });

  it('is asked at growing distances, each told before it is waited for', async () => {
    const clock = new ManualClock();
    gateway.always({ kind: 'status', status: 503 });
    const harness = start({ clock });
    const delays: number[] = [];
    for (let i = 1; i <= 9; i++) {
      await harness.told('retrying', i);
      const state = harness.states.at(-1);
      if (state?.state !== 'retrying') throw new Error('not retrying');
      expect(state.attempt).toBe(i + 1);
      delays.push(state.delayMs);
      expect(gateway.calls).toHaveLength(i);
      clock.advance(state.delayMs - 1);
      expect(harness.states.at(-1)).toBe(state);
      clock.advance(1);
    }
    delays.forEach((delayMs, i) => {
      const step = Math.min(60_000, 1_000 * 2 ** i);
      expect(delayMs).toBeGreaterThanOrEqual(step / 2);
      expect(delayMs).toBeLessThanOrEqual(step);
    });
  });

  it.each([400, 401])('that answers %s is asked no more', async (status) => {
    const clock = new ManualClock();
    const body = '{"requestid":"R","code":"authFailed","message":"鉴权失败"}';
    gateway.next({ kind: 'status', status, body });
    const harness = start({ clock });
    await harness.told('refused');
    expect(harness.states.at(-1)).toEqual({
      state: 'refused',
      fault: { httpStatus: status, code: 'authFailed', message: '鉴权失败', requestId: 'R' },
    });
    expect(clock.pending).toBe(0);
    harness.connection.start();
    clock.advance(3_600_000);
    expect(gateway.calls).toHaveLength(1);
    await harness.connection.stop();
    expect(harness.names()).toEqual(['opening', 'refused', 'stopped']);
  });
});

describe('a handshake in trouble', () => {
  it('is tried again with a fresh ticket each time and ends in one live connection', async () => {
    gateway.nextHandshake(
      { kind: 'status', status: 403 },
      { kind: 'status', status: 401 },
      { kind: 'reset' },
    );
    const harness = start({ timings: fast });
    await harness.told('open');
    const tickets = gateway.handshakes.map((handshake) => handshake.ticket);
    expect(new Set(tickets).size).toBe(4);
    expect(gateway.calls).toHaveLength(4);
    expect(gateway.live).toHaveLength(1);
    expect(gateway.mostLive).toBe(1);
  });

  it('that hangs is given up after 10 s', async () => {
    const clock = new ManualClock();
    gateway.nextHandshake({ kind: 'hang' });
    const harness = start({ clock });
    await gateway.until(() => gateway.handshakes.length === 1, 'handshake');
    clock.advance(10_000);
    await harness.told('retrying');
    expect(harness.states[1]).toMatchObject({ state: 'lost', reason: 'timeout', wasOpen: false });
    clock.advance(1_000);
    await harness.told('open');
    expect(gateway.live).toHaveLength(1);
  });
});

describe('a connection that is lost', () => {
  it.each([1000, 1001, 1006, 1011, 4000])('with %s is replaced', async (code) => {
    const harness = start({ timings: fast });
    const first = await gateway.socket();
    await harness.told('open');
    if (code === 1006) first.kill();
    else first.close(code);
    await harness.told('open', 2);
    expect(harness.names()).toEqual(['opening', 'open', 'lost', 'retrying', 'opening', 'open']);
    expect(gateway.live).toHaveLength(1);
  });

  it('because of an oversized frame is replaced at once, and the frame is told', async () => {
    const harness = start({ timings: { ...fast, maxFrameBytes: 1_000 } });
    (await gateway.socket()).send('x'.repeat(2_000));
    await harness.told('open', 2);
    expect(harness.malformed).toMatchObject([{ problem: 'oversized' }]);
  });

  it('counts failures from one again once it has received a frame', async () => {
    gateway.next({ kind: 'status', status: 503 }, { kind: 'status', status: 503 });
    const harness = start({ timings: fast });
    const first = await gateway.socket();
    first.send(callbackFrame('m'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.kill();
    await harness.told('open', 2);
    const attempts = harness.states.flatMap((s) => (s.state === 'opening' ? s.attempt : []));
    expect(attempts).toEqual([1, 2, 3, 1]);
  });

  it('counts from one again once it stayed open for 10 s', async () => {
    const clock = new ManualClock();
    gateway.next({ kind: 'status', status: 503 });
    const harness = start({ clock });
    await harness.told('retrying');
    clock.advance(1_000);
    const first = await gateway.socket();
    await harness.told('open');
    // In steps: the pong to each ping has to arrive.
    clock.advance(5_000);
    await gateway.until(() => first.pings === 1, 'ping');
    first.send('bad');
    await gateway.until(() => harness.malformed.length === 1, 'a sign of life');
    clock.advance(5_000);
    first.kill();
    await harness.told('retrying', 2);
    expect(harness.states.at(-1)).toMatchObject({ attempt: 1 });
  });

  it('right after it opened, again and again, is replaced ever more slowly', async () => {
    const harness = start({ timings: { backoff: { firstMs: 40, longestMs: 640 } } });
    const delays: number[] = [];
    for (let i = 0; i < 4; i++) {
      (await gateway.socket(i)).close();
      await harness.told('retrying', i + 1);
      const last = harness.states.at(-1);
      if (last?.state === 'retrying') delays.push(last.delayMs);
    }
    expect(delays).toHaveLength(4);
    expect(delays[3]).toBeGreaterThan(delays[0] as number);
    expect(gateway.mostLive).toBe(1);
  });
});

describe('a half-open connection', () => {
  it('is replaced within 15 s with the timings that are in force', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    const first = await gateway.socket();
    await harness.told('open');
    first.send(callbackFrame('last sign of life'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.goSilent();
    const silentSince = clock.now();
    clock.advance(10_000);
    await harness.told('retrying');
    const retrying = harness.states.at(-1);
    if (retrying?.state !== 'retrying') throw new Error('not retrying');
    expect(harness.states.at(-2)).toMatchObject({ state: 'lost', reason: 'idle', wasOpen: true });
    clock.advance(retrying.delayMs);
    await harness.told('open', 2);
    expect(clock.now() - silentSince).toBeLessThanOrEqual(11_000);
  });

  it('is replaced in real time too', async () => {
    const watchdog = { pingAfterMs: 100, pongWithinMs: 50, misses: 2 };
    const harness = start({ timings: { ...fast, watchdog } });
    (await gateway.socket()).goSilent();
    await harness.told('open', 2);
    const second = await gateway.socket(1);
    await gateway.until(() => second.pings >= 3, 'pings on the second');
    expect(second.isOpen).toBe(true);
    expect(harness.names().filter((name) => name === 'lost')).toHaveLength(1);
  });
});

describe('a listener that throws', () => {
  it('is reported and harms neither the socket nor the next frame', async () => {
    const harness = start({
      onFrame: (received) => {
        if (received.frame.headers.messageId === 'bad') throw new Error('listener');
        answer(received);
      },
      onState: () => {
        throw new Error('state listener');
      },
    });
    const socket = await gateway.socket();
    socket.send(callbackFrame('bad'));
    socket.send(callbackFrame('good'));
    await gateway.until(() => socket.received.length === 1, 'answer');
    expect(socket.answers[0]?.headers.messageId).toBe('good');
    expect(harness.listenerErrors.map(String)).toEqual([
      'Error: state listener',
      'Error: state listener',
      'Error: listener',
    ]);
  });
});
