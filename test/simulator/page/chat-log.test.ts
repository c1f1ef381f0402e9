import { expect, test } from 'vitest';
import { createChatLog } from '../../../src/simulator/page/chat-log.js';
import type { SimEvent } from '../../../src/simulator/sim-event.js';
import { openPage } from '../../support/page-store.js';
import { createSimCard, simGroup, simSingle, toRobotChat } from '../../support/sim-card.js';
import { useSimulator as startSimulator } from '../../support/use-simulator.js';

async function log() {
  const simulator = await startSimulator();
  const { world } = await openPage(simulator);
  return { simulator, log: createChatLog(world) };
}

test('messages and cards stand in their chats in the order they came', async () => {
  const { simulator, log: chats } = await log();
  simulator.message({ userId: '李四', text: '你好' });
  const outTrackId = await createSimCard(simulator);
  const other = await createSimCard(simulator, toRobotChat);
  for (const event of simulator.events()) chats.apply(event);
  expect(chats.entriesOf(simGroup)).toMatchObject([
    { kind: 'message', userId: 'user002', text: '你好', delivered: false },
    { kind: 'card', outTrackId, topbox: false },
  ]);
  expect(chats.entriesOf(simSingle)).toMatchObject([{ kind: 'card', outTrackId: other }]);
  expect(chats.entriesOf('none')).toEqual([]);
});

test('an event that comes again is taken once', async () => {
  const { simulator, log: chats } = await log();
  simulator.message({ userId: '李四', text: '你好' });
  for (const event of [...simulator.events(), ...simulator.events()]) chats.apply(event);
  expect(chats.entriesOf(simGroup)).toHaveLength(1);
});

test('cards whose events are gone are added, those that are there are not', async () => {
  const { simulator, log: chats } = await log();
  await createSimCard(simulator);
  for (const card of simulator.cards()) chats.addCard(card);
  expect(chats.entriesOf(simGroup)).toHaveLength(1);
  for (const card of simulator.cards()) chats.addCard(card);
  expect(chats.entriesOf(simGroup)).toHaveLength(1);
});

test('an event that comes after its card was found takes its place, in the order of events', async () => {
  const { simulator, log: chats } = await log();
  const outTrackId = await createSimCard(simulator);
  simulator.message({ userId: '李四', text: '你好' });
  const events = simulator.events();
  const [message] = events.filter(({ type }) => type === 'message.sent');
  for (const card of simulator.cards()) chats.addCard(card);
  for (const event of events) chats.apply(event);
  expect(message).toBeDefined();
  expect(chats.entriesOf(simGroup)).toMatchObject([{ kind: 'card', outTrackId }, { text: '你好' }]);
});

test('messages of a bot are text or markdown by their type', async () => {
  const { log: chats } = await log();
  const event = (seq: number, msgtype: string): SimEvent => ({
    type: 'bot.message',
    seq,
    atMs: 1,
    conversationId: simGroup,
    msgtype,
    text: '**x**',
  });
  const types = ['text', 'markdown', 'sampleMarkdown', 'sampleActionCard2', 'sampleText'];
  for (const [at, type] of types.entries()) chats.apply(event(at + 1, type));
  const shown = chats.entriesOf(simGroup).map((entry) => entry.kind === 'bot' && entry.markdown);
  expect(shown).toEqual([false, true, true, true, false]);
});

test('a chat keeps its newest thousand entries', async () => {
  const { log: chats } = await log();
  for (let seq = 1; seq <= 1010; seq++) {
    const text = String(seq);
    const about = { userId: 'user002', conversationId: simGroup, msgId: text, text };
    chats.apply({ type: 'message.sent', seq, atMs: seq, ...about });
  }
  expect(chats.entriesOf(simGroup)).toHaveLength(1000);
  expect(chats.entriesOf(simGroup)[0]).toMatchObject({ text: '11' });
});
