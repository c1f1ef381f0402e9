import { expect, test } from 'vitest';
import { defaultSwitches } from '../../../src/card/card-data.js';
import type { Finding } from '../../../src/card/finding.js';
import { createMarkdownCache } from '../../../src/card/view/markdown-cache.js';

const node = {
  componentName: 'Markdown',
  id: 'm',
  props: {},
  children: [],
  slots: {},
  path: '$.m',
};

function cache() {
  const found: Finding[] = [];
  return {
    found,
    markdown: createMarkdownCache(defaultSwitches, (finding) => found.push(finding)),
  };
}

test('a text is parsed once', () => {
  const { markdown } = cache();
  expect(markdown(node, '**a**', false)).toBe(markdown(node, '**a**', false));
});

test('a text that streams is parsed as one', () => {
  const { markdown } = cache();
  expect(markdown(node, '**a', true)).not.toEqual(markdown(node, '**a', false));
});

test('beyond a million characters texts stay plain, with a finding', () => {
  const { found, markdown } = cache();
  for (let n = 0; n < 10; n++) markdown(node, `${n} ${'x'.repeat(100_000)}`, false);
  expect(markdown(node, '**a**', false)).toEqual([
    { type: 'paragraph', spans: [{ type: 'text', text: '**a**' }] },
  ]);
  expect(found.at(-1)).toMatchObject({
    code: 'T350',
    path: '$.m',
    params: { component: 'Markdown' },
  });
});
