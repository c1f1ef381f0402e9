import { expect, it } from 'vitest';
import { bundlesOf, isBundleProp } from '../../../src/card/lint/bundles.js';
import { cardOf, node, nodesOf } from '../support/linted.js';

it.each([
  ['SingleButton', {}, ['props']],
  ['BaseText', {}, []],
  [
    'ButtonBlock',
    { buttons: [{ id: '1' }, 'x', { id: '2' }] },
    ['props.buttons[0]', 'props.buttons[2]'],
  ],
  ['ButtonList', { buttons: { list: [{ id: '1' }] } }, ['props.buttons.list[0]']],
  ['ButtonList', { buttons: 7 }, []],
])('%s carries the bundles of %j', (component, props, expected) => {
  const [, at] = nodesOf(cardOf([node(component, props as never)]));
  if (!at) throw new Error('no node');
  const found = bundlesOf(at);
  expect(found.map(({ path }) => path.replace(`${at.node.path}.`, ''))).toEqual(expected);
});

it.each([
  ['actionId', true],
  ['confirmOkText', true],
  ['toastType', true],
  ['text', false],
  ['visible', false],
  ['status', false],
  ['selectOptions', true],
  ['selectedVariable', false],
])('%s belongs to a bundle: %s', (name, expected) => {
  expect(isBundleProp(name)).toBe(expected);
});
