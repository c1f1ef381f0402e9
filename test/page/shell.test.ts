import { expect, test } from 'vitest';
import { builtPage } from '../../src/simulator/assets.js';
import type { SimulatorOptions } from '../../src/simulator/simulator.js';
import { sharedBrowser } from '../support/browser.js';
import { cardTemplateId, setExample } from '../support/page-store.js';
import { buildOnce } from '../support/run-program.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { agreed, createSimCard, wrapped } from '../support/sim-card.js';
import { connect } from '../support/stream-client.js';
import { useSimulator } from '../support/use-simulator.js';

const browser = sharedBrowser();

function useWithPage(options: Partial<SimulatorOptions> = {}) {
  buildOnce();
  return useSimulator({ page: builtPage(), ...options });
}

const sendsCard = `
version: 1
rules:
  - name: send
    on: message
    send:
      template: ${cardTemplateId}
      data: { title: 张三的报销, status: 待处理, lastMessage: '[审批] 差旅费' }
  - name: accept
    on: callback
    when: { params: { action: accept } }
    answer: { cardData: { status: 已同意 } }
`;

test('the address opens the page once and drops its token', async () => {
  const simulator = await useWithPage();
  const url = simulator.pageUrl();
  const page = await browser.open();
  await page.goto(url);
  await page.getByRole('log').waitFor();
  expect(page.url()).toBe(`${simulator.origin}/_dtcard/page`);
  const [cookie] = await page.context().cookies(`${simulator.origin}/_dtcard`);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/_dtcard' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.evaluate(() => document.referrer)).toBe('');

  const other = await browser.open();
  expect((await other.goto(url))?.status()).toBe(403);
  await other.getByText('dtcard sim --open').waitFor();
  expect((await other.goto(`${simulator.origin}/_dtcard/page`))?.status()).toBe(401);
  const refused = await other.goto(`${simulator.origin}/_dtcard/state`);
  expect(refused?.status()).toBe(401);
});

test('a page of another origin can make nothing happen, even in the browser that was let in', async () => {
  const simulator = await useWithPage();
  const foreign = await useWithPage();
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('log').waitFor();
  await page.goto(foreign.pageUrl());
  await page.getByRole('log').waitFor();
  // Its policy lets a page of ours call nobody else; without that, the simulator itself refuses.
  const blocked = await page.evaluate(
    (url) => fetch(url).then(String, (error: unknown) => String(error)),
    `${simulator.origin}/_dtcard/state`,
  );
  expect(blocked).toContain('Failed to fetch');
  await page.route('**/evil', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
  );
  await page.goto(`http://localhost:${new URL(foreign.origin).port}/evil`);
  const target = `${simulator.origin}/_dtcard/message`;
  await page.evaluate(
    (url) =>
      fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).then(
        () => 0,
        () => 0,
      ),
    target,
  );
  expect(simulator.events().filter(({ type }) => type === 'message.sent')).toEqual([]);
});

test('a message typed becomes a card, and touching it changes it for everybody', async () => {
  const simulator = await useWithPage();
  setExample(simulator);
  await sessionOn(simulator, { rules: sendsCard }).connected();
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByLabel('给机器人的消息').fill('报销');
  await page.keyboard.press('Enter');
  const card = page.getByRole('article', { name: '[审批] 差旅费' });
  await card.getByText('张三的报销').waitFor();
  await page.getByRole('option', { name: /项目组.*\[审批\] 差旅费/ }).waitFor();
  await card.getByRole('button', { name: '同意' }).click();
  await card.getByText('已同意').waitFor();

  await page.getByRole('button', { name: '李四' }).click();
  await card.getByText('已同意').waitFor();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: '事件' });
  await panel.getByText('张三 点击').waitFor();
  await panel.getByText('待处理').first().waitFor();
});

test('a reload keeps the person, the chat, the card, the panel and the switches', async () => {
  const simulator = await useWithPage();
  setExample(simulator);
  await createSimCard(simulator, {
    cardData: { cardParamMap: { title: '张三的报销', lastMessage: '[审批] 差旅费' } },
  });
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('button', { name: '王五' }).click();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByRole('tab', { name: '显示' }).click();
  await page.getByLabel('平台').selectOption('ios');
  await page.reload();
  await page.getByRole('article', { name: '[审批] 差旅费' }).waitFor();
  expect(await page.getByRole('button', { name: '王五' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  expect(await page.getByLabel('平台').inputValue()).toBe('ios');
});

test('Escape closes the panel; the arrow keys walk through chats and tabs', async () => {
  const simulator = await useWithPage();
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('option', { selected: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('log', { name: '审批助手 的消息' }).waitFor();
  await page.getByRole('button', { name: '检查面板' }).click();
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: '数据' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tablist').waitFor({ state: 'detached' });
});

test('Shift and Enter begin a line, and what was typed is one message', async () => {
  const simulator = await useWithPage();
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByLabel('给机器人的消息').focus();
  await page.keyboard.type('一');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('二');
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('没有送达').waitFor();
  const sent = simulator.events().filter((event) => event.type === 'message.sent');
  expect(sent).toMatchObject([{ text: '一\n二', userId: 'manager01' }]);
});

test('what cards and people hold is text, whatever it looks like', async () => {
  const simulator = await useWithPage();
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await createSimCard(simulator, { cardData: { cardParamMap: { [hostile]: hostile } } });
  simulator.message({ userId: 'manager01', text: hostile });
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('log').getByText('onerror').first().waitFor();
  expect(await page.title()).toBe('dtcard');
  expect(await page.locator('.flow img, .flow script').count()).toBe(0);
});

test('one card for several people stands side by side', async () => {
  const simulator = await useWithPage();
  const outTrackId = await createSimCard(simulator);
  const client = await connect(simulator);
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByRole('tab', { name: '多人视角' }).click();
  const sides = page.getByRole('region', { name: /看到的/ });
  await expect.poll(() => sides.count()).toBe(3);
  const done = simulator.tap({ outTrackId, userId: 'user002', actionIds: ['a'] });
  const { headers } = await client.next();
  const mine = { userPrivateData: { cardParamMap: { remark: '只给李四' } } };
  client.answer(headers['messageId'] ?? '', wrapped({ ...agreed, ...mine }));
  await done;
  await sides.nth(1).getByText('只给李四').waitFor();
  await sides.nth(0).getByText('已同意').waitFor();
  expect(await sides.nth(0).getByText('只给李四').count()).toBe(0);
});
