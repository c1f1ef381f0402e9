import { expect, test } from 'vitest';
import { fixed, type Props, text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const draw = (props: Props) => drawNode(node('Tag', 't', { text: text('报表'), ...props }));

test('a hollow pill has a border of its colour', () => {
  expect(draw({ color: fixed('dynamicSelect', 'blue'), tagStyle: 'hollow' })).toEqual({
    key: 't',
    nodeId: 't',
    component: 'Tag',
    kind: 'tag',
    text: '报表',
    colour: '#007fff',
    border: '#007fff7a',
    size: 12,
  });
});

test('a solid one has a ground of it', () => {
  expect(draw({ color: 'red', tagStyle: 'solid' })).toMatchObject({ background: '#ff52191f' });
});

test('a width is a limit, adaptive is none', () => {
  expect(draw({ maxWidth: { type: 'dynamicWidth', valueType: 'fixed', value: 60 } })).toMatchObject(
    {
      maxWidth: 60,
    },
  );
  expect(
    draw({ maxWidth: { type: 'dynamicWidth', valueType: 'adaptive', value: 60 } }),
  ).not.toHaveProperty('maxWidth');
});

test('without text there is no tag', () => {
  expect(draw({ text: text('') })).toBeUndefined();
});

test('an unknown colour is blue, with a finding', () => {
  const view = drawCard([node('Tag', 't', { text: text('a'), color: 'plaid' })]);
  expect(view.root).toMatchObject({ children: [{ colour: '#007fff' }] });
  expect(view.findings).toMatchObject([{ code: 'T343', params: { value: 'plaid' } }]);
});
