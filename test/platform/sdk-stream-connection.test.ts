import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../src/base/clock.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createSdkStream } from '../../src/platform/sdk-stream-connection.js';
import type { ReceivedFrame, StreamState } from '../../src/platform/stream-connection.js';
import { streamResponse } from '../../src/protocol/stream-frame.js';
import { callbackFrame, HostileGateway, type HostileSocket } from '../support/hostile-gateway.js';
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

/** Waits until the harness has told `count` states of this name. */
async function told(harness: Harness, name: StreamState['state'], count = 1): Promise<void> {
  await gateway.until(
    () => harness.names().filter((state) => state === name).length >= count,
    `${count} × ${name}, told: ${harness.names().join(' ')}`,
  );
}

const fast = { backoff: { firstMs: 20, longestMs: 80 } };

describe('opening', () => {
  it('goes from idle over opening to open, with one call and one handshake', async () => {
    const harness = start();
    await told(harness, 'open');
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
    await told(harness, 'open');
    harness.connection.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.live).toHaveLength(1);
  });

  it('does not start again after stop', async () => {
    const harness = start();
    await told(harness, 'open');
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
    await told(harness, 'open');
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
    await told(harness, 'retrying');
    expect(harness.states[1]).toMatchObject({ state: 'lost', reason: 'timeout', wasOpen: false });
    clock.advance(1_000);
    await told(harness, 'open');
    expect(gateway.sockets).toHaveLength(1);
  });

  it('is asked at growing distances, each told before it is waited for', async () => {
    const clock = new ManualClock();
    gateway.always({ kind: 'status', status: 503 });
    const harness = start({ clock });
    const delays: number[] = [];
    for (let i = 1; i <= 9; i++) {
      await told(harness, 'retrying', i);
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
    await told(harness, 'refused');
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
    await told(harness, 'open');
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
    await told(harness, 'retrying');
    expect(harness.states[1]).toMatchObject({ state: 'lost', reason: 'timeout', wasOpen: false });
    clock.advance(1_000);
    await told(harness, 'open');
    expect(gateway.live).toHaveLength(1);
  });
});

describe('a connection that is lost', () => {
  it.each([1000, 1001, 1006, 1011, 4000])('with %s is replaced', async (code) => {
    const harness = start({ timings: fast });
    const first = await gateway.socket();
    await told(harness, 'open');
    if (code === 1006) first.kill();
    else first.close(code);
    await told(harness, 'open', 2);
    expect(harness.names()).toEqual(['opening', 'open', 'lost', 'retrying', 'opening', 'open']);
    expect(gateway.live).toHaveLength(1);
  });

  it('because of an oversized frame is replaced at once, and the frame is told', async () => {
    const harness = start({ timings: { ...fast, maxFrameBytes: 1_000 } });
    (await gateway.socket()).send('x'.repeat(2_000));
    await told(harness, 'open', 2);
    expect(harness.malformed).toMatchObject([{ problem: 'oversized' }]);
  });

  it('counts failures from one again once it has received a frame', async () => {
    gateway.next({ kind: 'status', status: 503 }, { kind: 'status', status: 503 });
    const harness = start({ timings: fast });
    const first = await gateway.socket();
    first.send(callbackFrame('m'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.kill();
    await told(harness, 'open', 2);
    const attempts = harness.states.flatMap((s) => (s.state === 'opening' ? s.attempt : []));
    expect(attempts).toEqual([1, 2, 3, 1]);
  });

  it('counts from one again once it stayed open for 10 s', async () => {
    const clock = new ManualClock();
    gateway.next({ kind: 'status', status: 503 });
    const harness = start({ clock });
    await told(harness, 'retrying');
    clock.advance(1_000);
    const first = await gateway.socket();
    await told(harness, 'open');
    // In steps: the pong to each ping has to arrive.
    clock.advance(5_000);
    await gateway.until(() => first.pings === 1, 'ping');
    first.send('bad');
    await gateway.until(() => harness.malformed.length === 1, 'a sign of life');
    clock.advance(5_000);
    first.kill();
    await told(harness, 'retrying', 2);
    expect(harness.states.at(-1)).toMatchObject({ attempt: 1 });
  });

  it('right after it opened, again and again, is replaced ever more slowly', async () => {
    const harness = start({ timings: { backoff: { firstMs: 40, longestMs: 640 } } });
    const delays: number[] = [];
    for (let i = 0; i < 4; i++) {
      (await gateway.socket(i)).close();
      await told(harness, 'retrying', i + 1);
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
    await told(harness, 'open');
    first.send(callbackFrame('last sign of life'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.goSilent();
    const silentSince = clock.now();
    clock.advance(10_000);
    await told(harness, 'retrying');
    const retrying = harness.states.at(-1);
    if (retrying?.state !== 'retrying') throw new Error('not retrying');
    expect(harness.states.at(-2)).toMatchObject({ state: 'lost', reason: 'idle', wasOpen: true });
    clock.advance(retrying.delayMs);
    await told(harness, 'open', 2);
    expect(clock.now() - silentSince).toBeLessThanOrEqual(11_000);
  });

  it('is replaced in real time too', async () => {
    const watchdog = { pingAfterMs: 100, pongWithinMs: 50, misses: 2 };
    const harness = start({ timings: { ...fast, watchdog } });
    (await gateway.socket()).goSilent();
    await told(harness, 'open', 2);
    const second = await gateway.socket(1);
    await gateway.until(() => second.pings >= 3, 'pings on the second');
    expect(second.isOpen).toBe(true);
    expect(harness.names().filter((name) => name === 'lost')).toHaveLength(1);
  });
});

describe('a planned disconnect', () => {
  it('opens the successor at once and answers on the socket the request came from', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    const first = await gateway.socket();
    first.send(callbackFrame('before'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.disconnectFrame();
    const second = await gateway.socket(1);
    await told(harness, 'open', 2);
    first.send(callbackFrame('late'));
    second.send(callbackFrame('new'));
    await gateway.until(() => harness.frames.length === 4, 'frames');
    const sent = harness.frames
      .filter((received) => received.frame.type === 'CALLBACK')
      .map((received) => {
        answer(received);
        return received.frame.headers.messageId;
      });
    expect(new Set(sent)).toEqual(new Set(['before', 'late', 'new']));
    await gateway.until(
      () => first.received.length === 2 && second.received.length === 1,
      'answers',
    );
    expect(first.answers.map((each) => each.headers.messageId)).toEqual(['before', 'late']);
    expect(second.answers.map((each) => each.headers.messageId)).toEqual(['new']);
    expect(harness.names()).toEqual(['opening', 'open', 'draining', 'opening', 'open']);
  });

  it('keeps the old socket for 15 s and then closes it', async () => {
    const clock = new ManualClock();
    // Nothing but the drain is to happen in these 15 s.
    const watchdog = { pingAfterMs: 60_000, pongWithinMs: 1_000, misses: 2 };
    const harness = start({ clock, timings: { watchdog } });
    const first = await gateway.socket();
    first.disconnectFrame();
    await told(harness, 'open', 2);
    clock.advance(14_999);
    expect(first.isOpen).toBe(true);
    clock.advance(1);
    await told(harness, 'lost');
    expect(first.closeCode).toBe(1000);
    expect(harness.states.at(-1)).toMatchObject({
      state: 'lost',
      reason: 'planned',
      wasOpen: true,
    });
    expect(gateway.live).toHaveLength(1);
  });

  it('said twice, and followed by the close, ends in one live connection', async () => {
    const harness = start({ timings: fast });
    const first = await gateway.socket();
    first.disconnectFrame();
    first.disconnectFrame();
    first.kill();
    await told(harness, 'open', 2);
    await told(harness, 'lost');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(gateway.sockets).toHaveLength(2);
    expect(gateway.live).toHaveLength(1);
    expect(gateway.mostLive).toBe(1);
  });

  it('of a successor while its predecessor still drains leaves one live connection', async () => {
    const harness = start({ timings: fast });
    (await gateway.socket(0)).disconnectFrame();
    (await gateway.socket(1)).disconnectFrame();
    await told(harness, 'open', 3);
    expect(gateway.live).toHaveLength(1);
    expect(gateway.open).toHaveLength(3);
    expect(gateway.mostLive).toBe(1);
  });

  it('whose successor fails is kept trying, and the old socket still answers meanwhile', async () => {
    const harness = start({ timings: fast, onFrame: answer });
    const first = await gateway.socket();
    await told(harness, 'open');
    gateway.next({ kind: 'status', status: 503 }, { kind: 'hang' });
    gateway.nextHandshake({ kind: 'status', status: 403 });
    first.disconnectFrame();
    await told(harness, 'retrying');
    first.send(callbackFrame('meanwhile'));
    await gateway.until(() => first.received.length === 1, 'answer on the old socket');
    expect(first.answers[0]?.headers.messageId).toBe('meanwhile');
  });

  it('on every connection as soon as it opens does not become a storm', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    for (let i = 0; i < 3; i++) (await gateway.socket(i)).disconnectFrame();
    await told(harness, 'retrying');
    expect(harness.states.at(-1)).toMatchObject({ state: 'retrying', reason: 'planned' });
    expect(gateway.calls).toHaveLength(3);
  });

  it('loses none of a hundred frames a second, and all are answered', async () => {
    const harness = start({
      onFrame: (received) => received.frame.type === 'CALLBACK' && answer(received),
    });
    const first = await gateway.socket();
    await told(harness, 'open');
    let sent = 0;
    let withoutConnection = 0;
    /** As the server does it: to a live connection, or to nobody. */
    const tap = () => {
      const target: HostileSocket | undefined = gateway.live[0] ?? gateway.open[0];
      if (target) target.send(callbackFrame(`tap${sent++}`));
      else withoutConnection += 1;
    };
    const timer = setInterval(tap, 10);
    await gateway.until(() => sent >= 30, '30 taps');
    first.disconnectFrame();
    await gateway.until(() => sent >= 60, '60 taps');
    (await gateway.socket(1)).disconnectFrame();
    first.close();
    await gateway.until(() => sent >= 100, '100 taps');
    clearInterval(timer);
    const answered = () => gateway.sockets.flatMap((socket) => socket.answers);
    await gateway.until(() => answered().length >= sent, 'all answers');
    expect(new Set(answered().map((each) => each.headers.messageId)).size).toBe(sent);
    expect(withoutConnection).toBe(0);
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

describe('stop', () => {
  it('closes with 1000, leaves no timer, and is told once', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    const socket = await gateway.socket();
    await told(harness, 'open');
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
    await told(harness, 'retrying');
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
    await told(harness, 'open', 2);
    await harness.connection.stop();
    await gateway.until(() => gateway.open.length === 0, 'all closed');
    expect(clock.pending).toBe(0);
    expect(harness.names()).toEqual(['opening', 'open', 'draining', 'opening', 'open', 'stopped']);
  });

  it('silences frames that arrive while the socket is closing', async () => {
    const harness = start();
    const socket = await gateway.socket();
    await told(harness, 'open');
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
      await told(harness, 'stopped');
      await Promise.all(stops);
      expect(harness.names().at(-1)).toBe('stopped');
      expect(clock.pending).toBe(0);
      await gateway.until(() => gateway.open.length === 0, 'nothing is open');
    },
  );
});
