import { expect, test } from 'vitest';
import { finishStreamed } from '../../../src/card/markdown/finish-streamed.js';

test.each([
  ['whole **text**', 'whole **text**'],
  ['a **b', 'a **b**'],
  ['a **b*', 'a **b**'],
  ['a **', 'a '],
  ['a ~~b ', 'a ~~b~~ '],
  ['a `b', 'a `b`'],
  ['a <', 'a '],
  ['a </fo', 'a '],
  ['a <font color=red', 'a '],
  ['a < b', 'a < b'],
  ['a ![b](http', 'a '],
  ['a [b](http', 'a b'],
  ['a [b', 'a b'],
  ['| a | b |', '| a | b |\n| --- | --- |'],
  ['| a | b |\n|-', '| a | b |\n| --- | --- |'],
  ['**a\n\nb', '**a\n\nb'],
  ['```\n**a', '```\n**a'],
])('%j becomes %j', (text, expected) => {
  expect(finishStreamed(text)).toBe(expected);
});
