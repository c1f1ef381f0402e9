import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createWorld } from '../../src/simulator/world.js';
import {
  agreed,
  createSimCard,
  simGroup,
  simSingle,
  simWithCard,
  toRobotChat,
  wrapped,
} from '../support/sim-card.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

describe('the callback frame', () => {
  it('S11 S12 S13 is one text frame whose headers are strings and whose data is JSON text', async () => {
    const { client, tap } = await simWithCard();
    const tapped = tap();
    const frame = await client.next();
    expect(frame.isBinary).toBe(false);
    expect(frame.json).toMatchObject({ specVersion: '1.0', type: 'CALLBACK' });
    expect(Object.keys(frame.headers)).toEqual([
      'appId',
      'connectionId',
      'contentType',
      'messageId',
      'time',
      'topic',
    ]);
    expect(Object.values(frame.headers).every((value) => typeof value === 'string')).toBe(true);
    expect(frame.headers['contentType']).toBe('application/json');
    expect(frame.headers['time']).toMatch(/^\d{13}$/);
    expect(typeof frame.data).toBe('string');
    client.answer(frame.headers['messageId'] ?? '', wrapped({}));
    await tapped;
  });

  it('S32 in a group: every documented field, content and value the same JSON text', async () => {
    const { client, tap, outTrackId } = await simWithCard();
    void tap({ params: { 文本: '“引号”"\\', n: 1, on: true, list: [1, 'b'], deep: { a: null } } });
    const data = JSON.parse((await client.next()).data) as Record<string, unknown>;
    expect(data).toEqual({
      extension: '{}',
      corpId: 'dingsimulatorcorp0001',
      spaceType: 'IM',
      userIdType: 1,
      type: 'actionCallback',
      userId: 'manager01',
      content: data['value'],
      spaceId: simGroup,
      outTrackId,
      value: expect.any(String) as string,
    });
    expect(JSON.parse(data['content'] as string)).toEqual({
      cardPrivateData: {
        actionIds: ['btn_agree'],
        params: { 文本: '“引号”"\\', n: 1, on: true, list: [1, 'b'], deep: { a: null } },
      },
    });
  });

  it('in the chat with the bot: spaceId is that chat, extension what the delivery gave', async () => {
    const { client, tap } = await simWithCard(
      { settings: { callbackSpaceType: 'im' } },
      {
        ...toRobotChat,
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', extension: { dynamicSummary: 'true' } },
      },
    );
    void tap();
    expect(JSON.parse((await client.next()).data)).toMatchObject({
      spaceId: simSingle,
      spaceType: 'im',
      extension: '{"dynamicSummary":"true"}',
    });
  });

  it('reports the unionId for a card of userIdType 2, and applies to the same person', async () => {
    const { client, tap, view } = await simWithCard({}, { userIdType: 2 });
    const tapped = tap();
    const frame = await client.next();
    expect(JSON.parse(frame.data)).toMatchObject({ userId: 'uHn1manager01iiE', userIdType: 2 });
    const mine = wrapped({ userPrivateData: { cardParamMap: { voted: 'true' } } });
    client.answer(frame.headers['messageId'] ?? '', mine);
    expect(await tapped).toMatchObject({ applied: true, viewers: ['manager01'] });
    expect(view('manager01')).toMatchObject({ voted: 'true' });
    expect(view('user002')).not.toHaveProperty('voted');
  });

  it('keeps hostile text as it is', async () => {
    const { client, tap } = await simWithCard();
    const params = JSON.parse(
      '{"__proto__":{"x":1},"\\u001b[31m":"\\ud800","a\\u2028b":"\\u202e"}',
    );
    void tap({ params: params as never, actionIds: ['"},{"', '\u0000'] });
    const { data } = await client.next();
    const content = JSON.parse((JSON.parse(data) as { content: string }).content) as {
      cardPrivateData: { params: object; actionIds: string[] };
    };
    expect(JSON.stringify(content.cardPrivateData.params)).toBe(JSON.stringify(params));
    expect(content.cardPrivateData.actionIds).toEqual(['"},{"', '\u0000']);
  });

  it('finds people by name and the newest card as latest', async () => {
    const { simulator, outTrackId, client } = await simWithCard();
    void simulator.tap({ outTrackId: 'latest', userId: '李四', actionIds: [] });
    expect(JSON.parse((await client.next()).data)).toMatchObject({ userId: 'user002', outTrackId });
  });
});

describe('who gets a callback', () => {
  it('S30 is undeliverable without a connection, a subscription, a callbackType or a delivery', async () => {
    const simulator = await useSimulator();
    const tap = (outTrackId: string, userId = 'manager01') =>
      simulator.tap({ outTrackId, userId, actionIds: [] });
    const stream = await createSimCard(simulator);
    const silent = await createSimCard(simulator, { callbackType: undefined });
    const http = await createSimCard(simulator, { callbackType: 'HTTP' });
    const lower = await createSimCard(simulator, { callbackType: 'stream' });
    const other = await createSimCard(simulator, toRobotChat);
    expect(await tap(stream)).toMatchObject({ outcome: 'undeliverable', reason: 'no-connection' });
    await connect(simulator, { subscriptions: [{ type: 'EVENT', topic: '*' }] });
    expect(await tap(stream)).toMatchObject({ reason: 'not-subscribed' });
    await connect(simulator);
    expect(await tap(silent)).toMatchObject({ reason: 'no-callback-type' });
    expect(await tap(http)).toMatchObject({ reason: 'http-callback' });
    expect(await tap(lower)).toMatchObject({ reason: 'no-callback-type' });
    expect(await tap(other, 'user002')).toMatchObject({ reason: 'not-visible' });
    const told = simulator.events().filter((event) => event.type === 'callback.undeliverable');
    expect(told).toHaveLength(6);
  });

  it('rejects with the known names for people and cards it does not have', async () => {
    const { simulator } = await simWithCard();
    await expect(
      simulator.tap({ outTrackId: 'latest', userId: '赵六', actionIds: [] }),
    ).rejects.toMatchObject({
      code: 'E5002',
      params: {
        reason: 'unknown-person',
        detail: expect.stringContaining('张三 (manager01)') as string,
      },
    });
    await expect(
      simulator.tap({ outTrackId: 'nope', userId: '张三', actionIds: [] }),
    ).rejects.toMatchObject({ params: { reason: 'unknown-card' } });
  });

  it('S15 S20 goes to one connection at random, of the app that made the card, that subscribed', async () => {
    const { clientId, clientSecret } = (await useSimulator()).credentials;
    const app = createWorld().apps[0];
    if (!app) throw new Error('the default world has an app');
    const other = { ...app, clientId: 'dingother', clientSecret: 'other', robotCode: 'dingother' };
    const world = createWorld({ apps: [{ ...app, clientId, clientSecret }, other] });
    const { simulator, client: first, tap } = await simWithCard({ world });
    const second = await connect(simulator);
    const eventsOnly = await connect(simulator, { subscriptions: [{ type: 'EVENT', topic: '*' }] });
    const foreign = await connect(simulator, other);
    const taps = Array.from({ length: 60 }, () => tap());
    await expect.poll(() => first.frames.length + second.frames.length).toBe(60);
    for (const client of [first, second]) {
      expect(client.frames.length).toBeGreaterThan(5);
      for (const frame of client.frames) {
        client.answer(frame.headers['messageId'] ?? '', wrapped({}));
      }
    }
    expect((await Promise.all(taps)).every(({ outcome }) => outcome === 'answered')).toBe(true);
    expect(eventsOnly.frames).toHaveLength(0);
    expect(foreign.frames).toHaveLength(0);
  });

  it('S11 refuses to send a frame of more than 256 KiB', async () => {
    const { client, tap } = await simWithCard();
    // Each backslash takes eight bytes by the time it is three JSON texts deep, in content and value.
    expect(await tap({ params: { text: '\\'.repeat(20_000) } })).toMatchObject({
      outcome: 'undeliverable',
      reason: 'frame-too-large',
    });
    const fits = tap({ params: { text: '字'.repeat(40_000) } });
    const frame = await client.next();
    expect(Buffer.byteLength(frame.raw)).toBeGreaterThan(200_000);
    client.answer(frame.headers['messageId'] ?? '', wrapped({}));
    expect(await fits).toMatchObject({ outcome: 'answered' });
  });
});

describe('the deadline', () => {
  it('S27 ends a tap after 2 s, not before, and ignores what comes later', async () => {
    const clock = new ManualClock();
    const { simulator, client, tap, view } = await simWithCard({ clock });
    const tapped = tap();
    const frame = await client.next();
    clock.advance(1999);
    expect(simulator.events().some((event) => event.type === 'callback.expired')).toBe(false);
    clock.advance(1);
    expect(await tapped).toMatchObject({ outcome: 'expired', afterMs: 2000 });
    client.answer(frame.headers['messageId'] ?? '', wrapped(agreed));
    await expect
      .poll(() => simulator.events().at(-1))
      .toMatchObject({
        type: 'callback.late',
        messageId: frame.headers['messageId'],
        code: 200,
      });
    expect(view('manager01')).toMatchObject({ status: '待处理' });
    expect(simulator.acks.slice().at(-1)).toMatchObject({ kind: 'card', outcome: 'late' });
  });

  it('S27 follows the setting, also when it changes while taps wait', async () => {
    const clock = new ManualClock();
    const { simulator, tap } = await simWithCard({ clock });
    const slow = tap();
    simulator.set({ callbackDeadlineMs: 100 });
    const quick = tap();
    clock.advance(100);
    expect(await quick).toMatchObject({ outcome: 'expired', afterMs: 100 });
    clock.advance(1900);
    expect(await slow).toMatchObject({ outcome: 'expired', afterMs: 2000 });
  });

  it('S22 ignores answers that match nothing, come twice, or from another connection', async () => {
    const { simulator, client, tap, view } = await simWithCard();
    const stranger = await connect(simulator, { subscriptions: [] });
    const tapped = tap();
    const messageId = (await client.next()).headers['messageId'] ?? '';
    client.answer('made-up', wrapped(agreed));
    client.answer('__proto__', wrapped(agreed));
    stranger.answer(messageId, wrapped({ cardData: { cardParamMap: { status: 'stolen' } } }));
    await expect.poll(() => simulator.acks.end).toBe(3);
    client.answer(messageId, wrapped(agreed));
    client.answer(messageId, wrapped({ cardData: { cardParamMap: { status: 'twice' } } }));
    expect(await tapped).toMatchObject({ applied: true });
    await expect.poll(() => simulator.acks.end).toBe(5);
    expect(view('manager01')).toMatchObject({ status: '已同意' });
    const outcomes = simulator.acks.slice().map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['unmatched', 'unmatched', 'unmatched', 'taken', 'unmatched']);
  });

  it('takes anything a client sends without falling over', async () => {
    const { simulator, client, tap } = await simWithCard();
    const junk = ['', 'null', '[]', '{', '{"headers":[]}', '{"headers":{"messageId":7}}', '"x"'];
    for (const text of junk) client.socket.send(text);
    client.socket.send(Buffer.from([0xff, 0xfe]));
    await expect.poll(() => simulator.acks.end).toBe(junk.length + 1);
    expect(simulator.acks.slice().every(({ outcome }) => outcome === 'unreadable')).toBe(true);
    const tapped = tap();
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped({}));
    expect(await tapped).toMatchObject({ outcome: 'answered' });
  });

  it('sends a callback again by the setting; the answer to that changes nothing', async () => {
    const clock = new ManualClock();
    const settings = { redeliverAfterMs: 60_000, redeliverLimit: 1, pingIntervalMs: 0 } as const;
    const { simulator, client, tap, view } = await simWithCard({ clock, settings });
    const tapped = tap();
    const first = await client.next();
    clock.advance(2000);
    expect(await tapped).toMatchObject({ outcome: 'expired' });
    clock.advance(57_999);
    expect(client.frames).toHaveLength(1);
    clock.advance(1);
    const second = await client.next();
    expect(second.data).toBe(first.data);
    expect(second.headers['messageId']).not.toBe(first.headers['messageId']);
    client.answer(second.headers['messageId'] ?? '', wrapped(agreed));
    await expect.poll(() => simulator.events().at(-1)?.type).toBe('callback.late');
    expect(view('manager01')).toMatchObject({ status: '待处理' });
  });

  it('settles waiting taps when the simulator stops', async () => {
    const { simulator, client, tap } = await simWithCard();
    const tapped = tap();
    await client.next();
    await simulator.stop();
    expect(await tapped).toMatchObject({ outcome: 'undeliverable', reason: 'simulator-stopped' });
  });
});
