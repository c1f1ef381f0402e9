import { expect, test } from 'vitest';
import { CardFrame } from '../../../src/simulator/page/card-frame.js';
import { cardTemplateId, openPage, setExample } from '../../support/page-store.js';
import { createSimCard } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('a card is drawn by its template, and named by its summary', async () => {
  const simulator = await useSimulator();
  setExample(simulator);
  const cardParamMap = { title: '张三的报销', lastMessage: '[审批] 差旅费', status: '待处理' };
  const outTrackId = await createSimCard(simulator, { cardData: { cardParamMap } });
  const { html, card } = await openPage(simulator);
  expect(html(<CardFrame outTrackId={outTrackId} userId="manager01" />)).toContain('加载中');
  await card(outTrackId);
  const drawn = html(<CardFrame outTrackId={outTrackId} userId="manager01" />);
  expect(drawn).toContain('<article class="card" aria-label="[审批] 差旅费"');
  expect(drawn).toContain('张三的报销');
  expect(drawn).toContain('同意');
});

test('without a template file its data is shown, and why', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  await card(outTrackId);
  const plain = html(<CardFrame outTrackId={outTrackId} userId="manager01" />);
  expect(plain).toContain('待处理');
  expect(plain).toContain(`没有模板 ${cardTemplateId} 的文件`);
});

test('a file that is no template shows nothing, and says so', async () => {
  const simulator = await useSimulator();
  simulator.setTemplate({ cardTemplateId, status: 'published', exported: '[1' });
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  await card(outTrackId);
  const empty = html(<CardFrame outTrackId={outTrackId} userId="manager01" />);
  expect(empty).toContain('什么都不显示');
});
