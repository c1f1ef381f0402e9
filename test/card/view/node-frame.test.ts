import { describe, expect, test } from 'vitest';
import { fixed, type Props, text } from '../../../scripts/templates/exported.js';
import { drawNode, node } from '../../support/draw-card.js';

const frame = (component: string, props: Props) => drawNode(node(component, 'n', props));

describe('margins', () => {
  test('the four sides count, not the preset of the editor', () => {
    expect(frame('Divider', { margin: 12, marginLeft: 4, marginTop: -30 })).toMatchObject({
      margin: { left: 4, right: 0, top: -30, bottom: 0 },
    });
  });

  test('the preset counts where no side is in the file', () => {
    const all = (side: number) => ({ left: side, right: side, top: side, bottom: side });
    expect(frame('Divider', { margin: 8 })).toMatchObject({ margin: all(8) });
    expect(frame('Divider', { margin: -1 })).toMatchObject({
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
    });
    expect(frame('Divider', { margin: -2 })).not.toHaveProperty('margin');
    expect(frame('Divider', { margin: 0 })).not.toHaveProperty('margin');
  });

  test('blocks bring their own, unless sides are set', () => {
    const own = { left: 12, right: 12, top: 6, bottom: 6 };
    expect(frame('DividerBlock', {})).toMatchObject({ margin: own });
    expect(frame('Input', {})).toMatchObject({ margin: own });
    expect(frame('DividerBlock', { marginLeft: 0 })).not.toHaveProperty('margin');
  });

  test('are never larger than any card', () => {
    expect(frame('Divider', { marginLeft: 1e300, marginTop: -1e300 })).toMatchObject({
      margin: { left: 10_000, top: -10_000 },
    });
  });
});

test.each<[Props, object]>([
  [
    { isFixedWidth: true, isAutoWidth: true, width: 9 },
    { kind: 'fixed', px: 9 },
  ],
  [
    { widthMode: 'fixed', width: 200 },
    { kind: 'fixed', px: 200 },
  ],
  [{ widthMode: 'wrap_content' }, { kind: 'fit' }],
  [{ widthMode: 'match_parent', width: 200 }, { kind: 'fill' }],
])('width of %j', (props, width) => {
  expect(frame('BaseText', props)).toMatchObject({ width });
});

test('a tooltip only where there is a text', () => {
  expect(frame('Divider', { hoverText: text('x') })).toMatchObject({ tooltip: 'x' });
  expect(frame('Divider', { hoverText: text('') })).not.toHaveProperty('tooltip');
  expect(frame('Divider', { hoverText: fixed('dynamicString', '') })).not.toHaveProperty('tooltip');
});
