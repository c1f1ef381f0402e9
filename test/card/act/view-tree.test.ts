import { expect, it } from 'vitest';
import { ref, text } from '../../../scripts/templates/exported.js';
import { viewNodeAt, viewNodes } from '../../../src/card/act/view-tree.js';
import { drawCard, node } from '../../support/draw-card.js';

const label = (id: string) => node('BaseText', id, { text: text(id) });

it('walks parents before children, in the order drawn', () => {
  const view = drawCard([
    node('Grid', 'g', {}, [label('a'), node('Grid', 'h', {}, [label('b')])]),
    label('c'),
  ]);
  const order = [...viewNodes(view.root)].map(({ key }) => key);
  expect(order.filter((key) => 'ghabc'.includes(key))).toEqual(['g', 'a', 'h', 'b', 'c']);
});

it('finds nodes inside the items of a list', () => {
  const view = drawCard([node('CheckboxList', 'list', { listData: ref('rows') }, [label('l')])], {
    variables: [{ name: 'rows', type: 'loopArray', fields: [] }],
    cardData: { rows: [{}, {}] },
  });
  expect(viewNodeAt(view.root, 'l@1')?.nodeId).toBe('l');
  expect(viewNodeAt(view.root, 'nowhere')).toBeUndefined();
  expect(viewNodeAt(undefined, 'l@1')).toBeUndefined();
});
