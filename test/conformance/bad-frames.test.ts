/**
 * What a server can send that it should not: each ends as an event with what came, and the next tap
 * is answered. Real session, real client, real sockets.
 */
import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { acceptRule, messageFrame, receivedFrame, tapFrame } from '../support/session-harness.js';
import { type OpenedSession, sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const sendRaw = (simulator: Simulator, data: string | Buffer, options = {}) =>
  simulator.sendRaw(simulator.credentials.clientId, data, options);

async function connected() {
  const simulator = await startSimulator({ settings: { qpsLimit: 0 } });
  const one = await sessionOn(simulator, { rules: acceptRule }).connected();
  const { outTrackId } = await one.sendCard();
  return { simulator, one, outTrackId };
}

async function expectAlive(one: OpenedSession, outTrackId: string): Promise<void> {
  expect(await one.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: true });
  expect(one.listenerErrors).toEqual([]);
}

describe('frames of a broken server', () => {
  it.each([
    ['not JSON', 'hello 你好', 'not-json'],
    ['cut in the middle', '{"specVersion":"1.0","type":"CALL', 'not-json'],
    ['empty', '', 'not-json'],
    ['a list', '[{"type":"CALLBACK"}]', 'not-object'],
    ['without headers', '{"type":"CALLBACK","data":"{}"}', 'no-headers'],
    ['nested deeper than any stack', '['.repeat(200_000), 'not-json'],
  ])('malformed (%s): logged as it came, the connection stays', async (_, raw, problem) => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, raw);
    const event = await one.event('frame.malformed');
    expect(event).toMatchObject({ problem, raw: raw.slice(0, 65_536) });
    await expectAlive(one, outTrackId);
    expect(one.eventsOf('connection.lost')).toEqual([]);
  });

  it('binary: logged as such, the connection stays', async () => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, Buffer.from([0, 255, 1, 254]), { binary: true });
    await one.event('frame.malformed', ({ problem }) => problem === 'binary');
    await expectAlive(one, outTrackId);
  });

  it('oversized: logged, and the connection is replaced', async () => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, Buffer.alloc(17 * 1024 * 1024, 120));
    await one.event('frame.malformed', ({ problem }) => problem === 'oversized');
    await one.event('connection.lost');
    const [first] = one.eventsOf('connection.opened');
    await one.event('connection.opened', ({ seq }) => seq !== first?.seq);
    await expectAlive(one, outTrackId);
  });

  it('fragmented, a character cut in two: one frame', async () => {
    const { simulator, one } = await connected();
    const { raw } = receivedFrame(messageFrame('报销一下，谢谢'));
    expect(sendRaw(simulator, raw, { fragments: Buffer.byteLength(raw) })).toBe(1);
    const event = await one.event('message.received');
    expect(event.message.text).toBe('报销一下，谢谢');
    expect(one.eventsOf('frame.malformed')).toEqual([]);
  });

  it('duplicated: answered each time with the same words, worked on once', async () => {
    const { simulator, one } = await connected();
    const { raw } = receivedFrame(tapFrame());
    for (let n = 0; n < 3; n++) sendRaw(simulator, raw);
    await expect.poll(() => one.eventsOf('callback.duplicate')).toHaveLength(2);
    expect(one.eventsOf('callback.received')).toHaveLength(1);
    const acks = () => simulator.acks.slice(0).filter(({ messageId }) => messageId === 'tap1');
    await expect.poll(acks).toHaveLength(3);
    expect(new Set(acks().map((ack) => ack.raw)).size).toBe(1);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ rule: 'accept' }]);
  });

  it.each([
    ['a CALLBACK topic nobody knows', { topic: '/v9/unheard/of' }, 404],
    ['a SYSTEM topic nobody knows', { type: 'SYSTEM', topic: 'brand-new' }, 200],
    ['an EVENT nobody subscribed', { type: 'EVENT', topic: 'x' }, 200],
  ])('unknown, %s: logged and answered', async (_, pushed, code) => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, receivedFrame({ ...pushed, messageId: 'odd' }).raw);
    await one.event('frame.received', ({ messageId }) => messageId === 'odd');
    const ack = () => simulator.acks.slice(0).find(({ messageId }) => messageId === 'odd');
    await expect.poll(() => ack()?.code).toBe(code);
    await expectAlive(one, outTrackId);
  });

  it('of an unknown type: logged, not answered', async () => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, receivedFrame({ type: 'NEWS', topic: 'x', messageId: 'odd' }).raw);
    await one.event('frame.received', ({ frameType }) => frameType === 'NEWS');
    await expectAlive(one, outTrackId);
    expect(simulator.acks.slice(0).some(({ messageId }) => messageId === 'odd')).toBe(false);
  });
});

describe('a callback', () => {
  it.each([
    ['content that is no JSON', tapFrame('x', {}, { content: '<xml/>' })],
    ['content that is a number', tapFrame('x', {}, { content: 7 })],
    ['data that is no JSON', tapFrame('x', { data: 'oops' })],
  ])('with %s is answered empty and logged with the problem', async (_, pushed) => {
    const { simulator, one, outTrackId } = await connected();
    sendRaw(simulator, receivedFrame(pushed).raw);
    const event = await one.event('callback.received');
    expect(event.problem).toMatch(/is not a JSON object/);
    const ack = () => simulator.acks.slice(0).find(({ messageId }) => messageId === 'tap1');
    await expect.poll(() => ack()?.code).toBe(200);
    expect(JSON.parse(ack()?.raw ?? '')).toMatchObject({ data: '{"response":{}}' });
    await expectAlive(one, outTrackId);
  });
});
