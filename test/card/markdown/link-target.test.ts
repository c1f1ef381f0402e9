import { expect, test } from 'vitest';
import {
  isLinkAllowed,
  isPictureAllowed,
  linkTarget,
} from '../../../src/card/markdown/link-target.js';

test.each([
  ['(https://a.b)', 'https://a.b'],
  ['( https://a.b )', 'https://a.b'],
  ['(https://a.b "title")', 'https://a.b'],
  ['(<https://a.b/c d>)', 'https://a.b/c d'],
  ['(https://a.b/(c))', 'https://a.b/(c)'],
  ['()', ''],
])('%s leads to %j', (text, url) => {
  expect(linkTarget(text, 0)).toEqual({ url, end: text.length });
});

test.each(['(a', '(a b)', 'a)', '(a "b)', `(${'('.repeat(40)}`, `(${'a'.repeat(5000)})`])(
  '%j is no target',
  (text) => {
    expect(linkTarget(text, 0)).toBeUndefined();
  },
);

test('addresses with control characters are refused', () => {
  expect(isLinkAllowed('https://a.b/\u0000')).toBe(false);
  expect(isLinkAllowed('https://a.b/%00')).toBe(true);
});

test('pictures come from the web or are media ids', () => {
  expect(isPictureAllowed('http://a.b/c.png')).toBe(true);
  expect(isPictureAllowed('$iAELAqNwbmcDBg')).toBe(true);
  expect(isPictureAllowed('data:image/png;base64,AA')).toBe(false);
});
