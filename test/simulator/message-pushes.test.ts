import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createWorld } from '../../src/simulator/world.js';
import { simGroup, simSingle } from '../support/sim-card.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

describe('a message to the bot', () => {
  it('S31 in a group carries numbers as numbers, group fields, and the blank of the mention', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    const sent = simulator.message({ userId: '张三', text: '你好', conversationId: '项目组' });
    const frame = await client.next();
    expect(frame.headers['topic']).toBe('/v1.0/im/bot/messages/get');
    expect(frame.headers['messageId']).toBe(sent.messageId);
    const data = JSON.parse(frame.data) as Record<string, unknown>;
    const { clientId } = simulator.credentials;
    expect(data).toEqual({
      senderPlatform: 'Mac',
      conversationId: simGroup,
      atUsers: [{ dingtalkId: data['chatbotUserId'] }],
      chatbotCorpId: 'dingsimulatorcorp0001',
      chatbotUserId: expect.stringMatching(/^\$:LWCP_v1:\$.+/) as string,
      msgId: expect.stringMatching(/^msg.+==$/) as string,
      senderNick: '张三',
      isAdmin: false,
      senderStaffId: 'manager01',
      sessionWebhookExpiredTime: expect.any(Number) as number,
      createAt: expect.any(Number) as number,
      senderCorpId: 'dingsimulatorcorp0001',
      conversationType: '2',
      senderId: '$:LWCP_v1:$pQ7manager01aBcD==',
      conversationTitle: '项目组',
      isInAtList: true,
      sessionWebhook: expect.stringContaining(`${simulator.origin}/robot/sendBySession`) as string,
      text: { content: ' 你好' },
      robotCode: clientId,
      msgtype: 'text',
    });
    expect(sent).toMatchObject({
      delivered: true,
      msgId: data['msgId'],
      conversationId: simGroup,
      connectionId: frame.headers['connectionId'],
    });
  });

  it('S31 in the chat with the bot has no group fields', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    simulator.message({ userId: 'manager01', text: '你好', conversationId: simSingle });
    const data = JSON.parse((await client.next()).data) as Record<string, unknown>;
    expect(data).toMatchObject({
      conversationId: simSingle,
      openThreadId: simSingle,
      conversationType: '1',
      text: { content: '你好' },
    });
    for (const name of ['conversationTitle', 'atUsers', 'isInAtList']) {
      expect(data).not.toHaveProperty(name);
    }
  });

  it('S33 carries a sessionWebhook that takes an answer', async () => {
    const simulator = await useSimulator();
    const client = await connect(simulator);
    simulator.message({ userId: 'manager01', text: '你好' });
    const data = JSON.parse((await client.next()).data) as Record<string, string>;
    const answer = await fetch(data['sessionWebhook'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content: '收到' } }),
    });
    expect(await answer.json()).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(simulator.events().at(-2)).toMatchObject({ type: 'bot.message', text: '收到' });
  });

  it('goes to a group when the person has no chat of their own', async () => {
    const simulator = await useSimulator();
    await connect(simulator);
    expect(simulator.message({ userId: '李四', text: 'hi' })).toMatchObject({
      conversationId: simGroup,
    });
  });

  it('S30 is reported, and lost, when nobody is there', async () => {
    const simulator = await useSimulator();
    expect(simulator.message({ userId: '张三', text: 'hi' })).toMatchObject({
      delivered: false,
      reason: 'no-connection',
    });
    await connect(simulator, { subscriptions: [{ type: 'EVENT', topic: '*' }] });
    expect(simulator.message({ userId: '张三', text: 'hi' })).toMatchObject({
      delivered: false,
      reason: 'not-subscribed',
    });
    expect(simulator.events().filter((event) => event.type === 'message.sent')).toHaveLength(2);
  });

  it('is refused for strangers, other chats, and chats without a bot', async () => {
    const base = createWorld();
    const empty = { conversationId: 'cidEmpty==', type: 'group', title: '空' } as const;
    const simulator = await useSimulator({
      world: createWorld({
        conversations: [...base.conversations, { ...empty, members: ['user003'], robots: [] }],
      }),
    });
    const refused = (input: object) => () => simulator.message({ text: 'x', ...input } as never);
    expect(refused({ userId: '赵六' })).toThrow(/unknown-person.*张三/);
    expect(refused({ userId: '张三', conversationId: 'cid' })).toThrow(/unknown-conversation/);
    expect(refused({ userId: '李四', conversationId: simSingle })).toThrow(/not-a-member/);
    expect(refused({ userId: '王五', conversationId: '空' })).toThrow(/no-robot/);
  });

  it('S29 comes again by the setting with the same msgId, and a new or the same messageId', async () => {
    const clock = new ManualClock();
    const settings = { redeliverAfterMs: 60_000, redeliverLimit: 2, pingIntervalMs: 0 };
    for (const redeliverMessageId of ['new', 'same'] as const) {
      const simulator = await useSimulator({
        clock,
        settings: { ...settings, redeliverMessageId },
      });
      const client = await connect(simulator);
      simulator.message({ userId: '张三', text: '你好' });
      const first = await client.next();
      clock.advance(60_000);
      const second = await client.next();
      clock.advance(60_000);
      const third = await client.next();
      clock.advance(600_000);
      expect(client.frames).toHaveLength(3);
      expect([second.data, third.data]).toEqual([first.data, first.data]);
      const ids = new Set([first, second, third].map(({ headers }) => headers['messageId']));
      expect(ids.size).toBe(redeliverMessageId === 'same' ? 1 : 3);
      expect(new Set(client.frames.map(({ headers }) => headers['time'])).size).toBe(3);
      await simulator.stop();
    }
  });

  it('S29 does not come again when answered, nor by default', async () => {
    const clock = new ManualClock();
    const simulator = await useSimulator({ clock, settings: { pingIntervalMs: 0 } });
    const client = await connect(simulator);
    simulator.message({ userId: '张三', text: 'unanswered' });
    clock.advance(600_000);
    simulator.set({ redeliverAfterMs: 60_000 });
    simulator.message({ userId: '张三', text: 'answered' });
    await client.next();
    const frame = await client.next();
    client.answer(frame.headers['messageId'] ?? '', '{"response": null}');
    await expect.poll(() => simulator.acks.end).toBe(1);
    clock.advance(600_000);
    simulator.ping();
    expect((await client.next()).headers['topic']).toBe('ping');
    expect(simulator.events().at(-1)).toMatchObject({ type: 'message.answered', code: 200 });
  });
});
