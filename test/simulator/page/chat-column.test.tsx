import { expect, test, vi } from 'vitest';
import { ChatColumn } from '../../../src/simulator/page/chat-column.js';
import { openPage } from '../../support/page-store.js';
import { simGroup } from '../../support/sim-card.js';
import { connect } from '../../support/stream-client.js';
import { useSimulator } from '../../support/use-simulator.js';

test('an empty chat says what to do', async () => {
  const { html, world } = await openPage(await useSimulator());
  const column = html(<ChatColumn world={world} />);
  expect(column).toMatch(/role="log" aria-label="项目组 的消息"/);
  expect(column).toContain('还没有消息');
  expect(column).toContain('机器人离线');
});

test('a bot that is connected is seen to be', async () => {
  const simulator = await useSimulator();
  await connect(simulator);
  const { html, world } = await openPage(simulator);
  expect(html(<ChatColumn world={world} />)).toContain('机器人在线');
});

test('of a long chat the newest sixty entries are drawn, the rest is a button away', async () => {
  const simulator = await useSimulator();
  for (let at = 1; at <= 70; at++) simulator.message({ userId: '张三', text: `第${at}条` });
  const { html, world, store } = await openPage(simulator);
  await vi.waitFor(() => expect(store.chats?.entriesOf(simGroup)).toHaveLength(70));
  const column = html(<ChatColumn world={world} />);
  expect(column).not.toContain('第10条<');
  expect(column).toContain('第11条<');
  expect(column).toContain('更早的消息');
});
