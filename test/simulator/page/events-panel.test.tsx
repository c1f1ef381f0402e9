import { expect, test, vi } from 'vitest';
import { EventsPanel } from '../../../src/simulator/page/events-panel.js';
import { openPage } from '../../support/page-store.js';
import { agreed, simWithCard, wrapped } from '../../support/sim-card.js';

test('a tap is shown with its callback, its answer and what changed', async () => {
  const { simulator, outTrackId, client, tap } = await simWithCard();
  const { html, world, store } = await openPage(simulator);
  const done = tap();
  const { headers } = await client.next();
  client.answer(
    headers['messageId'] ?? '',
    wrapped({ ...agreed, userPrivateData: { cardParamMap: { mine: '1' } } }),
  );
  await done;
  await vi.waitFor(() =>
    expect(store.historyOf(outTrackId).at(-1)).toMatchObject({ change: { viewers: ['*'] } }),
  );
  const panel = html(<EventsPanel outTrackId={outTrackId} world={world} />);
  for (const part of [
    '张三 点击',
    'btn_agree',
    '已应答',
    '所有人',
    '张三 的私有数据',
    '没有 updatePrivateDataByKey：替换了整份数据',
  ]) {
    expect(panel).toContain(part);
  }
  expect(panel).toContain('<ins>已同意</ins>');
  // Newest first.
  expect(panel.indexOf('张三 点击')).toBeLessThan(panel.indexOf('创建'));
});

test('a tap without a bot says why it went nowhere', async () => {
  const { simulator, outTrackId, client, tap } = await simWithCard();
  client.socket.terminate();
  await client.closed;
  await vi.waitFor(() => expect(simulator.connections()).toEqual([]));
  await tap();
  const { html, world, store } = await openPage(simulator);
  await vi.waitFor(() =>
    expect(store.historyOf(outTrackId).at(-1)).toMatchObject({ kind: 'callback' }),
  );
  expect(html(<EventsPanel outTrackId={outTrackId} world={world} />)).toContain('no-connection');
  expect(html(<EventsPanel outTrackId="none" world={world} />)).toContain('还没有事件');
});
