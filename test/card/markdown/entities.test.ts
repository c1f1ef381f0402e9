import { expect, test } from 'vitest';
import { decodeEntity } from '../../../src/card/markdown/entities.js';

test.each([
  ['&nbsp;', '\u00a0'],
  ['&LT;', '<'],
  ['&#128512;', '😀'],
])('%s is %j', (text, expected) => {
  expect(decodeEntity(text, 0)).toEqual({ text: expected, end: text.length });
});

test.each(['&', '&lt', '&unknown;', '&#27;', '&#0;', '&#155;', '&#55296;', '&#9999999;'])(
  '%s stays text',
  (text) => {
    expect(decodeEntity(text, 0)).toBeUndefined();
  },
);
