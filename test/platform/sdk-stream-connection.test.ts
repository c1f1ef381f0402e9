import { afterEach, expect, it } from 'vitest';
import { streamResponse } from '../../src/protocol/stream-frame.js';
import { callbackFrame, HostileGateway } from '../support/hostile-gateway.js';
import { type Harness, startStream } from '../support/stream-harness.js';

let gateway: HostileGateway;
const running: Harness[] = [];
afterEach(async () => {
  for (const h of running.splice(0)) await h.connection.stop();
  await gateway.close();
});

it('connects and answers', async () => {
  gateway = await HostileGateway.start();
  const h = startStream(gateway, {
    onFrame: (r) => void r.respond(streamResponse(r.frame.headers.messageId, '{}')),
  });
  running.push(h);
  const socket = await gateway.socket();
  socket.send(callbackFrame('m1'));
  await gateway.until(() => socket.received.length === 1, 'answer');
  expect(socket.answers[0]?.headers.messageId).toBe('m1');
  socket.disconnectFrame();
  await gateway.socket(1);
  await h.connection.stop();
  expect(h.names()).toEqual(['opening', 'open', 'draining', 'opening', 'stopped']);
});
