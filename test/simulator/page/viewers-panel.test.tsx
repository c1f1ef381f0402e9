import { expect, test } from 'vitest';
import { ViewersPanel } from '../../../src/simulator/page/viewers-panel.js';
import { openPage } from '../../support/page-store.js';
import { createSimCard, toRobotChat } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('everybody has their own side, with their own data', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, {
    privateData: { user002: { cardParamMap: { remark: '李四的备注' } } },
  });
  const { html, world, card } = await openPage(simulator);
  for (const { userId } of world.people) await card(outTrackId, userId);
  const panel = html(<ViewersPanel outTrackId={outTrackId} world={world} />);
  const [zhang = '', li = '', wang = ''] = panel.split('<section').slice(1);
  expect([zhang, li, wang].map((side) => side.includes('李四的备注'))).toEqual([
    false,
    true,
    false,
  ]);
});

test('who did not get the card is said not to have it', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, toRobotChat);
  const { html, world, card } = await openPage(simulator);
  for (const { userId } of world.people) await card(outTrackId, userId);
  const panel = html(<ViewersPanel outTrackId={outTrackId} world={world} />);
  expect([...panel.matchAll(/没有投放给此人/g)]).toHaveLength(2);
});
