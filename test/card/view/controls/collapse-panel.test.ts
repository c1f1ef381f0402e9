import { describe, expect, test } from 'vitest';
import { text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const inside = node('BaseText', 'inside', { text: text('折叠的') });
const panel = (props = {}) =>
  node(
    'CollapsePanel',
    'n',
    {
      id: text('Pub${x}'),
      title: text('更多 ${x}'),
      contentVisible: false,
      marginLeft: 12,
      ...props,
    },
    [inside],
  );
const shape = { variables: [{ name: 'x', type: 'string' }], cardData: { x: '1' } };

describe('CollapsePanel', () => {
  test('is closed and holds nothing at first', () => {
    expect(drawNode(panel(), shape)).toEqual({
      key: 'n',
      nodeId: 'n',
      component: 'CollapsePanel',
      margin: { left: 12, right: 0, top: 0, bottom: 0 },
      kind: 'collapse',
      title: '更多 1',
      open: false,
      tap: { does: 'toggle', enabled: true },
      children: [],
    });
    expect(drawCard([panel()], shape).bindings.has('n')).toBe(true);
  });

  test('the local variable named after its id and its node opens and closes it', () => {
    expect(drawNode(panel(), { ...shape, localData: { Pub1n: true } })).toMatchObject({
      open: true,
      children: [{ key: 'inside', text: '折叠的' }],
    });
    expect(
      drawNode(panel({ contentVisible: true }), { ...shape, localData: { Pub1n: false } }),
    ).toMatchObject({ open: false });
    expect(drawNode(panel(), { ...shape, localData: { Pubn: true } })).toMatchObject({
      open: false,
    });
  });

  test('contentVisible says how it begins', () => {
    expect(drawNode(panel({ contentVisible: true }), shape)).toMatchObject({ open: true });
    expect(drawNode(node('CollapsePanel', 'n'))).toMatchObject({ open: false, title: '' });
  });

  test.each([
    ['', false],
    ['false', false],
    [0, false],
    [1, true],
    [{ a: 1 }, true],
    [[], true],
  ])('local %j is open: %j', (state, open) => {
    expect(drawNode(panel(), { ...shape, localData: { Pub1n: state } })).toMatchObject({ open });
  });

  test('names that objects inherit are no state', () => {
    const source = node('CollapsePanel', 'constructor', { title: text('t') });
    expect(drawNode(source)).toMatchObject({ open: false });
  });
});
