import { expect, test } from 'vitest';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { tagAt } from '../../../src/card/markdown/html-tag.js';

const tag = (text: string, theme: 'light' | 'dark' = 'light') =>
  tagAt(text, 0, { ...defaultSwitches, theme });

test.each(['<br>', '<br/>', '<BR />'])('%s is a break', (text) => {
  expect(tag(text)).toEqual({ tag: 'break', end: text.length });
});

test('font takes tokens in both spellings, quoted or not, in the theme', () => {
  const text = "<font sizeToken='common_footnote_text_style' colorTokenV2=common_link_color>";
  expect(tag(text, 'dark')).toEqual({
    tag: 'font',
    style: { size: 12, colour: '#68a9ea' },
    end: text.length,
  });
});

test('unknown colours and sizes are no style', () => {
  expect(tag('<font color=chartreuse sizeToken=huge>')).toMatchObject({ style: {} });
});

test('a bold text token is bold', () => {
  expect(tag('<font sizeToken=common_h4_bold_text_style>')).toMatchObject({
    style: { size: 16, bold: true },
  });
});

test('a person has an atId', () => {
  expect(tag('<a atId="u 1">小明</a>')).toMatchObject({ tag: 'at', userId: 'u 1', text: '小明' });
});

test('an address in angle brackets', () => {
  expect(tag('<https://a.b>')).toEqual({ tag: 'url', url: 'https://a.b', end: 13 });
});

test.each(['<b>', '<a href=x>y</a>', '<script>', '<', '<font', '< br>', '<fontx>', '<brx>'])(
  '%s is no tag',
  (text) => {
    expect(tag(text)).toBeUndefined();
  },
);
