import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createSimCard } from '../support/sim-card.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

describe('a planned disconnect', () => {
  it('S19 announces itself, delivers nothing new, and really closes after 10 s', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock, settings: { pingIntervalMs: 0 } });
    const client = await connect(simulator);
    expect(simulator.disconnectAll({ reason: 'connection is expired' })).toBe(1);
    const frame = await client.next('disconnect');
    expect(frame.type).toBe('SYSTEM');
    expect(frame.data).toBe('{"reason":"connection is expired"}');
    expect(simulator.message({ userId: '张三', text: 'x' }).delivered).toBe(false);
    const successor = await connect(simulator);
    for (let n = 0; n < 10; n++) simulator.message({ userId: '张三', text: 'x' });
    for (let n = 0; n < 10; n++) await successor.next();
    clock.advance(9_999);
    expect(simulator.connections().map(({ state }) => state)).toEqual(['draining', 'open']);
    clock.advance(1);
    expect(await client.closed).toBe(1006);
    await expect.poll(() => simulator.connections()).toHaveLength(1);
    expect(client.frames).toHaveLength(1);
  });

  it('S19 still takes answers to what was pushed before, and no answer or an early close', async () => {
    const simulator = await useSimulator();
    const outTrackId = await createSimCard(simulator);
    const client = await connect(simulator);
    const tapped = simulator.tap({ outTrackId, userId: '张三', actionIds: [] });
    const frame = await client.next();
    simulator.disconnectAll();
    const { headers } = await client.next('disconnect');
    client.answer(headers['messageId'] ?? '', '{}');
    client.answer(frame.headers['messageId'] ?? '', '{"response":{}}');
    expect(await tapped).toMatchObject({ outcome: 'answered' });
    client.socket.close(1000);
    await expect.poll(() => simulator.connections()).toHaveLength(0);
  });
});

describe('rudeness', () => {
  it('drops every connection without a close frame', async () => {
    const simulator = await useSimulator();
    const clients = [await connect(simulator), await connect(simulator)];
    expect(simulator.dropAll()).toBe(2);
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([1006, 1006]);
  });

  it('stalls: nothing is sent, answered or read, the socket stays, pushes vanish', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock });
    const outTrackId = await createSimCard(simulator);
    const client = await connect(simulator);
    expect(simulator.stallAll()).toBe(1);
    let pongs = 0;
    client.socket.on('pong', () => pongs++);
    client.socket.ping();
    const tapped = simulator.tap({ outTrackId, userId: '张三', actionIds: [] });
    clock.advance(2000);
    expect(await tapped).toMatchObject({ outcome: 'expired' });
    clock.advance(30_000);
    // A whole round trip on another connection: whatever was to come here would have come.
    const other = await connect(simulator);
    other.socket.ping();
    await once(other.socket, 'pong');
    expect([pongs, client.frames.length, client.socket.readyState]).toEqual([0, 0, 1]);
  });

  it('sends any bytes: bad JSON, fragments, binary, empty', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    client.socket.removeAllListeners('message');
    const seen: [string, boolean][] = [];
    client.socket.on('message', (data, isBinary) => {
      seen.push([(data as Buffer).toString(), isBinary]);
    });
    const { clientId } = simulator.credentials;
    expect(simulator.sendRaw(clientId, '{"not json')).toBe(1);
    simulator.sendRaw(clientId, '一句话分成三段', { fragments: 3 });
    simulator.sendRaw(clientId, Buffer.from([0x00, 0x01]), { binary: true });
    simulator.sendRaw(clientId, '');
    expect(simulator.sendRaw('dingnobody', 'x')).toBe(0);
    await expect.poll(() => seen).toHaveLength(4);
    expect(seen).toEqual([
      ['{"not json', false],
      ['一句话分成三段', false],
      ['\u0000\u0001', true],
      ['', false],
    ]);
  });

  it('sends one message in as many WebSocket frames as asked', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    client.socket.removeAllListeners('message');
    const { _socket: tcp } = client.socket as unknown as { _socket: NodeJS.ReadableStream };
    const bytes: Buffer[] = [];
    tcp.on('data', (chunk: Buffer) => bytes.push(chunk));
    const whole = once(client.socket, 'message');
    simulator.sendRaw(simulator.credentials.clientId, 'abcd', { fragments: 2 });
    await whole;
    // FIN 0 text "ab", then FIN 1 continuation "cd" (RFC 6455 §5.4).
    expect(Buffer.concat(bytes).toString('hex')).toBe('01026162' + '80026364');
  });

  it('pings as often as asked', async () => {
    const simulator = await useSimulator();
    const clients = [await connect(simulator), await connect(simulator)];
    expect(simulator.ping(3)).toBe(6);
    for (const client of clients) {
      for (let n = 0; n < 3; n++) await client.next('ping');
    }
  });
});
