import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/base/json-text.js';
import { drawNode, node } from '../../../support/draw-card.js';

const draw = (cardData: JsonObject, platform: 'pc' | 'ios' = 'pc') =>
  drawNode(node('AIGenerationProcessing', 'g'), {
    variables: [{ name: '_IC_AIGC_DETAIL_URL', type: 'object' }],
    cardData,
    switches: { platform },
  });

const link = (pc: string, mob: string) => ({ _IC_AIGC_DETAIL_URL: { pc, mob } });

test('says that an AI wrote it', () => {
  expect(draw({})).toMatchObject({ kind: 'generated', text: '内容由AI生成' });
});

test('leads to details where the data has a link for the platform', () => {
  const data = link('https://a.b/pc', 'https://a.b/mob');
  expect(draw(data)).toMatchObject({
    text: '内容由AI生成，点击了解详情',
    link: 'https://a.b/pc',
  });
  expect(draw(data, 'ios')).toMatchObject({ link: 'https://a.b/mob' });
});

test('leads nowhere else', () => {
  expect(draw(link('javascript:alert(1)', ''))).not.toHaveProperty('link');
  expect(draw({ _IC_AIGC_DETAIL_URL: 'https://a.b' })).not.toHaveProperty('link');
});
