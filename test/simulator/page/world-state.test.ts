import { expect, test } from 'vitest';
import {
  botName,
  chatOfDelivery,
  chatsOf,
  looseChatId,
  personName,
} from '../../../src/simulator/page/world-state.js';
import { openPage } from '../../support/page-store.js';
import { simGroup, simSingle } from '../../support/sim-card.js';
import { useSimulator as startSimulator } from '../../support/use-simulator.js';

async function world() {
  return (await openPage(await startSimulator())).world;
}

test('a chat with a bot is called like the bot, by the person who has it', async () => {
  const chats = chatsOf(await world(), 'manager01');
  expect(chats.map(({ title, group }) => [title, group])).toEqual([
    ['项目组', true],
    ['审批助手', false],
  ]);
  expect(chatsOf(await world(), 'user002')).toHaveLength(1);
  expect(chatsOf(await world(), 'nobody')).toEqual([]);
});

test('a delivery shows in its group, or in the chat of its person by either id', async () => {
  const known = await world();
  const zhang = known.people[0];
  expect(chatOfDelivery(known, 'IM_GROUP', simGroup)).toBe(simGroup);
  expect(chatOfDelivery(known, 'IM_ROBOT', 'manager01')).toBe(simSingle);
  expect(chatOfDelivery(known, 'IM_ROBOT', zhang?.unionId ?? '')).toBe(simSingle);
  expect(chatOfDelivery(known, 'IM_ROBOT', 'user002')).toBe(looseChatId('user002'));
});

test('people and bots have names, unknown ones their id', async () => {
  const known = await world();
  expect(personName(known, 'user002')).toBe('李四');
  expect(personName(known, 'nobody')).toBe('nobody');
  expect(botName(known, 'nobody')).toBe('审批助手');
});
