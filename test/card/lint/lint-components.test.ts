import { expect, it } from 'vitest';
import { bound, ref } from '../../../scripts/templates/exported.js';
import { lintComponents } from '../../../src/card/lint/lint-components.js';
import { cardOf, node, nodesOf, said } from '../support/linted.js';

const lint = (...children: Parameters<typeof cardOf>[0]) =>
  said(lintComponents(nodesOf(cardOf(children))));

it('a component that is not known is found wherever it stands', () => {
  const hidden = { visible: bound('dynamicVisible', 'shown') };
  expect(lint(node('Grid', hidden, [node('Telescope', {})]))).toEqual([
    'T340 ~.children[0].children[0]',
  ]);
});

it('a markdown binding says its type, outside of loops', () => {
  const untyped = node('MarkdownBlock', { content: ref('text') });
  expect(lint(untyped)).toEqual(['T347 ~.children[0].props.content']);
  expect(lint(node('Loop', { listData: ref('rows') }, [untyped]))).toEqual([]);
  expect(lint(node('MarkdownBlock', { content: ref('text', 'markdown') }))).toEqual([]);
  expect(lint(node('MarkdownBlock', { content: ref('') }))).toEqual([]);
});
