/** What arrives on a socket: frames, SYSTEM frames, and what is neither. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReceivedFrame } from '../../src/platform/stream-connection.js';
import type { StreamSocket } from '../../src/platform/stream-socket.js';
import { streamResponse } from '../../src/protocol/stream-frame.js';
import { callbackFrame, frame, HostileGateway, systemFrame } from '../support/hostile-gateway.js';
import { connectSocket, type SocketOptions } from '../support/socket-harness.js';

let gateway: HostileGateway;
const opened: StreamSocket[] = [];

beforeEach(async () => {
  gateway = await HostileGateway.start();
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await gateway.close();
});

async function connected(options: SocketOptions = {}) {
  const client = await connectSocket(gateway, options);
  opened.push(client.socket);
  return client;
}

describe('frames', () => {
  it('are handed over as they came and answered where they came from', async () => {
    const { told, server } = await connected();
    const sent = JSON.stringify(callbackFrame('m1', { outTrackId: '跟踪-1' }));
    server.send(sent);
    await gateway.until(() => told.frames.length === 1, 'frame');
    const [received] = told.frames as [ReceivedFrame];
    expect(received).toMatchObject({ connectionId: 'c1', raw: sent });
    expect(received.frame.data).toBe('{"outTrackId":"跟踪-1"}');
    expect(received.respond(streamResponse('m1', '{"response":{}}'))).toBe(true);
    await gateway.until(() => server.received.length === 1, 'answer');
    expect(server.answers[0]).toMatchObject({ code: 200, headers: { messageId: 'm1' } });
  });

  it('that came in fragments are one frame', async () => {
    const { told, server } = await connected();
    const text = Buffer.from(JSON.stringify(callbackFrame('m1')));
    const half = Math.floor(text.byteLength / 2);
    const head = (opcode: number, length: number) =>
      Buffer.from([opcode, 126, length >> 8, length & 255]);
    server.sendBytes(head(0x01, half));
    server.sendBytes(text.subarray(0, half));
    server.sendBytes(head(0x80, text.byteLength - half));
    server.sendBytes(text.subarray(half));
    await gateway.until(() => told.frames.length === 1, 'frame');
    expect(told.frames[0]?.frame.headers.messageId).toBe('m1');
  });

  it('of every known and unknown kind come through', async () => {
    const { told, server } = await connected();
    server.send(frame('EVENT', '*', 'e1', { a: 1 }));
    server.send(frame('NEWKIND', 'x', 'n1', {}));
    server.send({ type: 'CALLBACK', headers: {} });
    await gateway.until(() => told.frames.length === 3, 'frames');
    expect(told.frames.map((received) => received.frame.type)).toEqual([
      'EVENT',
      'NEWKIND',
      'CALLBACK',
    ]);
    expect(server.received).toEqual([]);
  });

  it('cannot be answered once the socket is gone', async () => {
    const { socket, told, server } = await connected();
    server.send(callbackFrame('m1'));
    await gateway.until(() => told.frames.length === 1, 'frame');
    server.kill();
    await socket.closed;
    expect(told.frames[0]?.respond(streamResponse('m1', '{}'))).toBe(false);
  });
});

describe('SYSTEM frames', () => {
  it('ping is answered with the same data before it is told', async () => {
    const { told, server } = await connected();
    const data = '{ "opaque" : "7b1f-22", "名":1 }';
    server.send({ ...systemFrame('ping', 'p1', {}), data });
    await gateway.until(() => server.received.length === 1 && told.frames.length === 1, 'pong');
    expect(server.answers).toEqual([
      {
        code: 200,
        headers: { contentType: 'application/json', messageId: 'p1' },
        message: 'OK',
        data,
      },
    ]);
    expect(told.frames[0]?.respond(streamResponse('p1', '{}'))).toBe(false);
  });

  it.each(['CONNECTED', 'REGISTERED', 'KEEPALIVE', 'brand-new'])(
    '%s is answered 200',
    async (topic) => {
      const { told, server } = await connected();
      server.send(systemFrame(topic, 's1', {}));
      await gateway.until(() => server.received.length === 1 && told.frames.length === 1, 'answer');
      expect(server.answers[0]).toMatchObject({ code: 200, headers: { messageId: 's1' } });
    },
  );

  it('disconnect is told with its reason and not answered', async () => {
    const { told, server } = await connected();
    server.disconnectFrame('connection is expired');
    await gateway.until(() => told.planned.length === 1, 'told');
    expect(told.planned).toEqual(['connection is expired']);
    expect(told.frames[0]?.frame.headers.topic).toBe('disconnect');
    server.send({ type: 'SYSTEM', headers: { topic: 'disconnect' }, data: 'plain' });
    await gateway.until(() => told.planned.length === 2, 'told again');
    expect(told.planned[1]).toBe('plain');
    expect(server.received).toEqual([]);
  });

  it('a thousand pings at once are answered in order', async () => {
    const { server } = await connected();
    const ids = Array.from({ length: 1_000 }, (_, i) => `p${i}`);
    server.atOnce(() => {
      for (const id of ids) server.send(systemFrame('ping', id, { opaque: id }));
    });
    await gateway.until(() => server.received.length === 1_000, 'answers');
    expect(server.answers.map((answer) => answer.headers.messageId)).toEqual(ids);
    expect(server.isOpen).toBe(true);
  });

  it('a thousand WebSocket pings at once are answered in order too', async () => {
    const { server } = await connected();
    const ids = Array.from({ length: 1_000 }, (_, i) => `w${i}`);
    server.atOnce(() => {
      for (const id of ids) server.ping(id);
    });
    await gateway.until(() => server.pongs.length === 1_000, 'pongs');
    expect(server.pongs).toEqual(ids);
  });
});

describe('what is no frame', () => {
  it.each([
    ['not JSON', 'hello', 'not-json'],
    ['empty', '', 'not-json'],
    ['cut JSON', '{"type":"CALL', 'not-json'],
    ['a number', '7', 'not-object'],
    ['an array', '[]', 'not-object'],
    ['null', 'null', 'not-object'],
    ['without type', '{"headers":{}}', 'no-type'],
    ['without headers', '{"type":"CALLBACK"}', 'no-headers'],
    ['with headers that are text', '{"type":"CALLBACK","headers":"x"}', 'no-headers'],
    ['with data that is a number', '{"type":"CALLBACK","headers":{},"data":7}', 'bad-data'],
  ])('%s is told as malformed and the socket stays', async (_name, text, problem) => {
    const { told, server } = await connected();
    server.send(text);
    server.send(callbackFrame('after'));
    await gateway.until(() => told.frames.length === 1, 'the next frame');
    expect(told.malformed).toMatchObject([{ connectionId: 'c1', problem, raw: text }]);
    expect(server.isOpen).toBe(true);
  });

  it('binary is told as such, cut to 64 KiB, and the socket stays', async () => {
    const { told, server } = await connected();
    server.sendBinary(Buffer.alloc(100_000, 'x'));
    server.send(callbackFrame('after'));
    await gateway.until(() => told.frames.length === 1, 'the next frame');
    expect(told.malformed[0]).toMatchObject({ problem: 'binary', detail: '100000 bytes' });
    expect(told.malformed[0]?.raw.length).toBe(65_536);
  });

  it('a long malformed text is cut to 64 KiB', async () => {
    const { told, server } = await connected();
    server.send('y'.repeat(300_000));
    await gateway.until(() => told.malformed.length === 1, 'malformed');
    expect(told.malformed[0]?.raw.length).toBe(65_536);
  });

  it('a frame of 1 MiB is none of that', async () => {
    const { told, server } = await connected();
    server.send(callbackFrame('big', { text: 'z'.repeat(1024 * 1024) }));
    await gateway.until(() => told.frames.length === 1, 'frame');
    expect(told.malformed).toEqual([]);
  });

  it('an oversized message is told and ends the socket at once', async () => {
    const { socket, told, server } = await connected({ maxFrameBytes: 1_000 });
    server.send('x'.repeat(1_001));
    await socket.closed;
    expect(told.malformed).toMatchObject([
      { problem: 'oversized', detail: 'more than 1000 bytes' },
    ]);
    expect(told.closed).toMatchObject([{ reason: 'closed' }]);
  });

  it('bytes that are not UTF-8 are told and end the socket', async () => {
    const { socket, told, server } = await connected();
    server.sendBytes(Buffer.from([0x81, 0x02, 0xc3, 0x28]));
    await socket.closed;
    expect(told.malformed).toMatchObject([{ problem: 'not-json', detail: 'not UTF-8' }]);
  });

  it('bytes that are not WebSocket end the socket and nothing else', async () => {
    const { socket, told, server } = await connected();
    server.sendBytes(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await socket.closed;
    expect(told.closed).toHaveLength(1);
    expect(told.closed[0]?.detail).toContain('RSV');
  });
});
