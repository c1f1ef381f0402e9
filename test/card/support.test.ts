import { expect, test } from 'vitest';
import { exportTemplate, ref, text } from '../../scripts/templates/exported.js';
import { drawCard, drawFile, node } from '../support/draw-card.js';

test('components are counted as the view holds them, parts of one not at all', () => {
  const file = exportTemplate({
    root: node('StdCard', 's', { cardName: text('a'), tagText: text('b') }, [
      node('Loop', 'l', { listData: ref('rows') }, [node('Divider', 'd'), node('Divider', 'e')]),
    ]),
    variables: [{ name: 'rows', type: 'loopArray', fields: [] }],
  });
  const { support } = drawFile(file, { cardData: { rows: [{}, {}] } });
  expect(support.components.map(({ component, count }) => [component, count])).toEqual([
    ['StdCard', 1],
    ['Loop', 1],
    ['Divider', 4],
  ]);
  expect(support.complete).toBe(true);
});

test('a view with a placeholder is not complete', () => {
  const { support } = drawCard([node('Hologram', 'h')]);
  expect(support.complete).toBe(false);
  expect(support.components).toContainEqual({
    component: 'Hologram',
    level: 'placeholder',
    count: 1,
    approximations: [],
  });
});
