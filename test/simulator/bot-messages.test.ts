import { expect, it } from 'vitest';
import { chatbotUserIdOf, composeBotMessage } from '../../src/simulator/bot-messages.js';
import { defaultWorld, type SimApp, type SimPerson } from '../../src/simulator/world.js';

const world = defaultWorld();
const input = {
  msgId: 'msg1==',
  text: '你好',
  person: world.people[0] as SimPerson,
  app: world.apps[0] as SimApp,
  corpId: 'ding9',
  createAt: 1795361046098,
  webhook: { sessionWebhook: 'http://127.0.0.1/x', sessionWebhookExpiredTime: 1795366446112 },
};

it('has group fields in a group only, and times as numbers', () => {
  const [group, single] = world.conversations.map((conversation) =>
    composeBotMessage({ ...input, conversation }),
  );
  expect(group).toMatchObject({ conversationType: '2', isInAtList: true, createAt: 1795361046098 });
  expect(single).toMatchObject({ conversationType: '1', text: { content: '你好' } });
  expect(Object.keys(single ?? {})).not.toContain('atUsers');
});

it('keeps hostile nicknames and texts as they are', () => {
  const text = '\u001b[2J\u202e"},{"\ud800';
  const person = { ...input.person, name: text };
  const [conversation] = world.conversations;
  if (!conversation) throw new Error('the default world has conversations');
  const message = composeBotMessage({ ...input, text, person, conversation });
  expect(message).toMatchObject({ senderNick: text, text: { content: ` ${text}` } });
});

it('gives each bot one encrypted id', () => {
  const other = { ...input.app, robotCode: 'dingother' };
  expect(chatbotUserIdOf(input.app)).toBe(chatbotUserIdOf(input.app));
  expect(chatbotUserIdOf(input.app)).not.toBe(chatbotUserIdOf(other));
});
