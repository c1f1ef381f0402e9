import { expect, it } from 'vitest';
import { ref } from '../../../scripts/templates/exported.js';
import { lintStreamingKey } from '../../../src/card/lint/lint-streaming-key.js';
import { cardOf, node } from '../support/linted.js';

const template = cardOf(
  [
    node('MarkdownBlock', { content: ref('content', 'markdown'), isStreaming: true }),
    node('MarkdownBlock', { content: ref('quiet', 'markdown'), isStreaming: false }),
  ],
  {
    variables: [
      { name: 'content', type: 'markdown' },
      { name: 'quiet', type: 'markdown' },
      { name: 'title', type: 'string' },
    ],
  },
);

it.each([
  ['content', []],
  ['contents', [{ code: 'D114', key: 'contents', nearest: 'content' }]],
  ['title', [{ code: 'D115', key: 'title', type: 'string' }]],
  ['quiet', [{ code: 'D116', key: 'quiet' }]],
])('streaming into %s', (key, expected) => {
  expect(lintStreamingKey(template, key).map(({ code, params }) => ({ code, ...params }))).toEqual(
    expected,
  );
});
