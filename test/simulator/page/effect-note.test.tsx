import { expect, test } from 'vitest';
import { type AnswerEffectInput, answerEffect } from '../../../src/log/answer-effect.js';
import { emptyLayers } from '../../../src/log/card-layers.js';
import { EffectNote } from '../../../src/simulator/page/effect-note.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator as startSimulator } from '../../support/use-simulator.js';

const cardData = { cardParamMap: { status: 'x' } };
const input = {
  as: 'answer',
  outTrackId: 'c1',
  before: { ...emptyLayers, cardParamMap: { title: '<b>t</b>', status: 's' } },
  userId: 'manager01',
  reach: 'clicker',
  viewers: [],
  response: { cardData },
} as const satisfies AnswerEffectInput;

test('an answer that replaces says what became empty, and who does not see it', async () => {
  const { html } = await openPage(await startSimulator());
  const note = html(<EffectNote effect={answerEffect(input)} name="张三" />);
  for (const part of [
    '没有 updateCardDataByKey：替换了整份数据',
    '替换后变空：title',
    '张三: 看到变化 · 应答的 cardData，只给点击者',
    '其他人: 看不到变化 · 应答的 cardData 只给点击者',
  ]) {
    expect(note).toContain(part);
  }
});

test('one that merges for everyone has no warning', async () => {
  const { html } = await openPage(await startSimulator());
  const response = { cardData, cardUpdateOptions: { updateCardDataByKey: true } };
  const effect = answerEffect({ ...input, reach: 'everyone', response });
  const note = html(<EffectNote effect={effect} name="张三" />);
  expect(note).not.toContain('warning');
  expect(note).toContain('updateCardDataByKey：只改给出的变量');
  expect(note).toContain('其他人: 看到变化 · 公有数据，所有人');
});

test('only the flag that was missing is named: replaced data that lost nothing is no reason', async () => {
  const { html } = await openPage(await startSimulator());
  const response = { cardData, userPrivateData: { cardParamMap: { mine: '1' } } };
  const note = html(<EffectNote effect={answerEffect({ ...input, response })} name="张三" />);
  expect(note).toContain('没有 updateCardDataByKey，替换后变空：title');
  expect(note).toContain('没有 updatePrivateDataByKey：替换了整份数据');
});
