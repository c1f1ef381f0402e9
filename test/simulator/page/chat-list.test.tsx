import { expect, test, vi } from 'vitest';
import { ChatList } from '../../../src/simulator/page/chat-list.js';
import { openPage, setExample } from '../../support/page-store.js';
import { createSimCard, simGroup, simSingle } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('a chat shows its last line: who wrote what', async () => {
  const simulator = await useSimulator();
  simulator.message({ userId: '李四', text: '报销一下' });
  const { html, world, store } = await openPage(simulator);
  await vi.waitFor(() => expect(store.chats?.entriesOf(simGroup)).toHaveLength(1));
  const list = html(<ChatList world={world} />);
  expect(list).toContain('李四: 报销一下');
  expect([...list.matchAll(/role="option"/g)]).toHaveLength(2);
  expect([...list.matchAll(/aria-selected="true" tabindex="0"/g)]).toHaveLength(1);
});

test('the last line of a card is its summary, once it is known', async () => {
  const simulator = await useSimulator();
  setExample(simulator);
  const cardParamMap = { lastMessage: '[审批] 差旅费' };
  const outTrackId = await createSimCard(simulator, { cardData: { cardParamMap } });
  const { html, world, card, store } = await openPage(simulator);
  await vi.waitFor(() => expect(store.chats?.entriesOf(simGroup)).toHaveLength(1));
  expect(html(<ChatList world={world} />)).toContain('[卡片]');
  await card(outTrackId);
  expect(html(<ChatList world={world} />)).toContain('[审批] 差旅费');
});

test('cards for somebody without a chat with the bot get one', async () => {
  const simulator = await useSimulator();
  await createSimCard(simulator, {
    openSpaceId: 'dtv1.card//IM_ROBOT.user002',
    imRobotOpenSpaceModel: { supportForward: true },
    imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
  });
  const { html, world, store } = await openPage(simulator, { userId: 'user002' });
  await vi.waitFor(() => expect(store.chats?.conversationIds).toHaveLength(1));
  expect(html(<ChatList world={world} />)).toContain('审批助手');
});

test('the chat with the newest line comes first', async () => {
  const simulator = await useSimulator();
  const { html, world, store } = await openPage(simulator);
  const titles = () =>
    [...html(<ChatList world={world} />).matchAll(/chat-title">([^<]*)</g)].map((m) => m[1]);
  expect(titles()).toEqual(['项目组', '审批助手']);
  simulator.message({ userId: '张三', text: '你好', conversationId: simSingle });
  await vi.waitFor(() => expect(store.chats?.entriesOf(simSingle)).toHaveLength(1));
  expect(titles()).toEqual(['审批助手', '项目组']);
});
