import { expect, test } from 'vitest';
import { spansOf } from '../../../src/card/markdown/inline-items.js';

test('neighbours of one style are one span', () => {
  expect(
    spansOf([
      { type: 'text', text: 'a' },
      { type: 'font', style: {} },
      { type: 'text', text: 'b' },
      { type: 'fontEnd' },
    ]),
  ).toEqual([{ type: 'text', text: 'ab' }]);
});

test('spaces around breaks and breaks at the end are dropped', () => {
  expect(
    spansOf([
      { type: 'text', text: 'a  ' },
      { type: 'break' },
      { type: 'text', text: ' b ' },
      { type: 'break' },
    ]),
  ).toEqual([{ type: 'text', text: 'a' }, { type: 'break' }, { type: 'text', text: 'b' }]);
});

test('a link without text shows its address', () => {
  expect(spansOf([{ type: 'link', url: 'https://a.b' }, { type: 'linkEnd' }])).toEqual([
    { type: 'link', url: 'https://a.b', spans: [{ type: 'text', text: 'https://a.b' }] },
  ]);
});
