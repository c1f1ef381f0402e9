import { expect, it } from 'vitest';
import { InboundFrame } from '../../src/platform/inbound-frame.js';
import { streamResponse } from '../../src/protocol/stream-frame.js';

const frame = {
  specVersion: '1.0',
  type: 'CALLBACK',
  headers: { topic: 't', messageId: 'm', contentType: 'application/json', time: '1' },
  data: '{}',
};

it('writes the wire form of the answer and tells whether it left', () => {
  const written: string[] = [];
  let isOpen = true;
  const sink = {
    roundTripMs: 40,
    write: (text: string) => {
      written.push(text);
      return isOpen;
    },
  };
  const inbound = new InboundFrame('c1', frame, '{"raw":1}', sink);
  expect(inbound).toMatchObject({ connectionId: 'c1', frame, raw: '{"raw":1}' });
  expect(inbound.roundTripMs).toBe(40);
  expect(inbound.respond(streamResponse('m', '{"response":{}}'))).toBe(true);
  isOpen = false;
  expect(inbound.respond(streamResponse('m', '{}', 500, 'no'))).toBe(false);
  expect(written).toEqual([
    '{"code":200,"headers":{"contentType":"application/json","messageId":"m"},"message":"OK","data":"{\\"response\\":{}}"}',
    '{"code":500,"headers":{"contentType":"application/json","messageId":"m"},"message":"no","data":"{}"}',
  ]);
});

it('has nowhere to write once it is answered', () => {
  const inbound = new InboundFrame('c1', frame, '', undefined);
  expect(inbound.respond(streamResponse('m', '{}'))).toBe(false);
});
