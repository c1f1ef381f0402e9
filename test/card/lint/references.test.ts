import { expect, it } from 'vitest';
import { ref, text } from '../../../scripts/templates/exported.js';
import { parseExpression } from '../../../src/card/evaluate/parse-expression.js';
import { namesIn, referencesOf } from '../../../src/card/lint/references.js';
import { cardOf, node, nodesOf } from '../support/linted.js';

it('spell out what a loop item is a field of, and say where they stand', () => {
  const template = cardOf([
    node('Loop', { listData: ref('rows') }, [node('BaseText', { text: text('${loop.a} ${b}') })]),
  ]);
  const found = nodesOf(template).flatMap(referencesOf);
  expect(found.map(({ name }) => name)).toEqual(['rows', 'rows[0].a', 'b']);
  expect(found[1]?.path).toMatch(/children\[0\]\.children\[0\]\.props\.text\.content$/);
});

it('in expressions are every name, not functions and not members', () => {
  const parsed = parseExpression('a ? toStr(b.c) : arrayGet([d], e["f"] % 2) + !g');
  expect(parsed.ok && namesIn(parsed.node)).toEqual(['a', 'b', 'd', 'e', 'g']);
});

it('survive what nests without end', () => {
  let deep: object = { type: 'dynamicString', content: '${x}' };
  for (let level = 0; level < 5000; level++) deep = { inner: deep };
  const template = cardOf([node('BaseText', { text: text('${y}') })]);
  const [, at] = nodesOf(template);
  if (!at) throw new Error('no node');
  const props = { text: deep } as never;
  expect(referencesOf({ ...at, node: { ...at.node, props } })).toEqual([]);
});
