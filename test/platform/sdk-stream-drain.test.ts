/** The planned end of a socket and its successor (stream-protocol §2.3, §8.2 C8). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { ReceivedFrame } from '../../src/platform/stream-connection.js';
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

const fast = { backoff: { firstMs: 20, longestMs: 80 } };

describe('a planned disconnect', () => {
  it('opens the successor at once and answers on the socket the request came from', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    const first = await gateway.socket();
    first.send(callbackFrame('before'));
    await gateway.until(() => harness.frames.length === 1, 'frame');
    first.disconnectFrame();
    const second = await gateway.socket(1);
    await harness.told('open', 2);
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
    await harness.told('open', 2);
    clock.advance(14_999);
    expect(first.isOpen).toBe(true);
    clock.advance(1);
    await harness.told('lost');
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
    await harness.told('open', 2);
    await harness.told('lost');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(gateway.sockets).toHaveLength(2);
    expect(gateway.live).toHaveLength(1);
    expect(gateway.mostLive).toBe(1);
  });

  it('of a successor while its predecessor still drains leaves one live connection', async () => {
    const harness = start({ timings: fast });
    (await gateway.socket(0)).disconnectFrame();
    (await gateway.socket(1)).disconnectFrame();
    await harness.told('open', 3);
    expect(gateway.live).toHaveLength(1);
    expect(gateway.open).toHaveLength(3);
    expect(gateway.mostLive).toBe(1);
  });

  it('whose successor fails is kept trying, and the old socket still answers meanwhile', async () => {
    const harness = start({ timings: fast, onFrame: answer });
    const first = await gateway.socket();
    await harness.told('open');
    gateway.next({ kind: 'status', status: 503 }, { kind: 'hang' });
    gateway.nextHandshake({ kind: 'status', status: 403 });
    first.disconnectFrame();
    await harness.told('retrying');
    first.send(callbackFrame('meanwhile'));
    await gateway.until(() => first.received.length === 1, 'answer on the old socket');
    expect(first.answers[0]?.headers.messageId).toBe('meanwhile');
  });

  it('on every connection as soon as it opens does not become a storm', async () => {
    const clock = new ManualClock();
    const harness = start({ clock });
    for (let i = 0; i < 3; i++) (await gateway.socket(i)).disconnectFrame();
    await harness.told('retrying');
    expect(harness.states.at(-1)).toMatchObject({ state: 'retrying', reason: 'planned' });
    expect(gateway.calls).toHaveLength(3);
  });

  it('loses none of a hundred frames a second, and all are answered', async () => {
    const harness = start({
      onFrame: (received) => received.frame.type === 'CALLBACK' && answer(received),
    });
    const first = await gateway.socket();
    await harness.told('open');
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
