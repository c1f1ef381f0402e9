import { expect, test } from 'vitest';
import { DataPanel } from '../../../src/simulator/page/data-panel.js';
import { openPage } from '../../support/page-store.js';
import { createSimCard } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('public and private data of the one who looks are apart', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, {
    privateData: { user002: { cardParamMap: { remark: '李四的备注' } } },
  });
  const { html, card, store } = await openPage(simulator);
  await card(outTrackId);
  await card(outTrackId, 'user002');
  expect(html(<DataPanel outTrackId={outTrackId} />)).not.toContain('李四的备注');
  store.go({ userId: 'user002' });
  const panel = html(<DataPanel outTrackId={outTrackId} />);
  expect(panel.indexOf('待处理')).toBeLessThan(panel.indexOf('私有数据'));
  expect(panel.indexOf('李四的备注')).toBeGreaterThan(panel.indexOf('私有数据'));
});
