import { expect, it } from 'vitest';
import { summarizeCard } from '../../src/simulator/card-view.js';
import { createSimCard, toRobotChat } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

it('shows a card through each person’s eyes, visible or not', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, {
    ...toRobotChat,
    privateData: { manager01: { cardParamMap: { status: '只有你看到' } } },
  });
  expect(simulator.card('latest', '张三')).toMatchObject({
    outTrackId,
    userId: 'manager01',
    visible: true,
    view: { title: '报销', status: '只有你看到' },
    cardParamMap: { title: '报销', status: '待处理' },
  });
  expect(simulator.card(outTrackId, 'user002')).toMatchObject({
    visible: false,
    view: { status: '待处理' },
  });
});

it('summarises without private data', async () => {
  const simulator = await useSimulator();
  await createSimCard(simulator, {
    callbackType: undefined,
    privateData: { manager01: { cardParamMap: { secret: 'mine' } } },
  });
  const [card] = simulator.cards();
  if (!card) throw new Error('the card was created');
  const summary = summarizeCard(card);
  expect(summary).not.toHaveProperty('callbackType');
  expect(JSON.stringify(summary)).not.toContain('mine');
});
