import { expect, it } from 'vitest';
import { defaultSwitches, noData } from '../../src/card/card-data.js';
import { drawCard } from '../support/draw-card.js';

it('a card is drawn for a light desktop chat where nothing is said', () => {
  expect(defaultSwitches).toEqual({
    theme: 'light',
    platform: 'pc',
    width: 400,
    bizScene: 'im',
    forwarded: false,
    language: 'zh_Hans',
  });
});

it('no data is drawn without a finding', () => {
  expect(drawCard([], noData).findings).toEqual([]);
});
