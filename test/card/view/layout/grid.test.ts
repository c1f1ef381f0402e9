import { describe, expect, test } from 'vitest';
import { fixed, type Props, text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const grid = (props: Props) => node('Grid', 'g', props);
const colour = (value: string) => fixed('dynamicColor', value);

describe('Grid', () => {
  test('without props fills its parent as a column and has no look', () => {
    expect(drawNode(grid({}))).toEqual({
      key: 'g',
      nodeId: 'g',
      component: 'Grid',
      width: { kind: 'fill' },
      kind: 'box',
      role: 'grid',
      direction: 'column',
      align: 'start',
      justify: 'start',
      children: [],
    });
  });

  test('holds what is in it', () => {
    const source = node('Grid', 'g', {}, [node('BaseText', 't', { text: text('a') })]);
    expect(drawNode(source)).toMatchObject({ children: [{ key: 't', text: 'a' }] });
  });

  test.each([
    ['vertical', 'leftTop', 'start', 'start'],
    ['vertical', 'rightCenter', 'end', 'center'],
    ['vertical', 'centerBottom', 'center', 'end'],
    ['vertical', 'center', 'center', 'center'],
    ['horizontal', 'leftCenter', 'center', 'start'],
    ['horizontal', 'rightTop', 'start', 'end'],
    ['horizontal', 'leftBottom', 'end', 'start'],
  ])('%s, %s: %s across and %s along', (direction, childGravity, align, justify) => {
    expect(drawNode(grid({ direction, childGravity }))).toMatchObject({
      direction: direction === 'vertical' ? 'column' : 'row',
      align,
      justify,
    });
  });

  test.each<[Props, object]>([
    [{ isAutoWidth: true }, { kind: 'fit' }],
    [
      { isFixedWidth: true, width: 86 },
      { kind: 'fixed', px: 86 },
    ],
    [
      { isFixedWidth: true, width: 16, enableColSpan: true },
      { kind: 'fixed', px: 16 },
    ],
    [{ isAutoWidth: true, enableColSpan: true, colSpan: 1 }, { kind: 'fit' }],
    [
      { enableColSpan: true, colSpan: 2 },
      { kind: 'grow', weight: 2 },
    ],
    [
      { enableColSpan: true, colSpan: 0 },
      { kind: 'grow', weight: 1 },
    ],
    [{ width: 50 }, { kind: 'fill' }],
  ])('width of %j', (props, width) => {
    expect(drawNode(grid(props))).toMatchObject({ width });
  });

  test('heights', () => {
    const props = {
      isAutoHeight: false,
      height: 28,
      minHeight: fixed('dynamicNumber', 10),
      maxHeight: 99,
      isFullHeight: true,
    };
    expect(drawNode(grid(props))).toMatchObject({
      height: 28,
      minHeight: 10,
      maxHeight: 99,
      fullHeight: true,
    });
    expect(drawNode(grid({ isAutoHeight: true, height: 28 }))).not.toHaveProperty('height');
  });
});

describe('the look of a Grid', () => {
  const padding = { paddingLeft: fixed('dynamicNumber', 12), paddingTop: 4, cornerRadius: 6 };

  test('padding and radius take effect with a ground only', () => {
    expect(drawNode(grid(padding))).not.toHaveProperty('look');
    expect(drawNode(grid({ ...padding, hasBackground: true }))).toMatchObject({
      look: {
        background: '#f6f6f6',
        radius: [6, 6, 6, 6],
        padding: { left: 12, right: 8, top: 4, bottom: 8 },
      },
    });
  });

  test.each<[Props, string, string]>([
    [{ standardBackgroundColor: 'gray' }, '#f6f6f6', '#3c3c3c'],
    [{ standardBackgroundColor: colour('common_bg_color') }, '#f6f6f6', '#3c3c3c'],
    [{ standardBackgroundColor: colour('extended_deeppurple0_color') }, '#eee9fe', '#1f1544'],
    [
      { backgroundType: 'Custom', backgroundColor: '#93bdef', darkModeBackgroundColor: '#000000' },
      '#93bdef',
      '#000000',
    ],
  ])('ground of %j', (props, light, dark) => {
    const source = grid({ hasBackground: true, ...props });
    expect(drawNode(source)).toMatchObject({ look: { background: light } });
    expect(drawNode(source, { switches: { theme: 'dark' } })).toMatchObject({
      look: { background: dark },
    });
  });

  test('gradients: the standard one, a list, and the older three props', () => {
    const base = { hasGradientBackground: true };
    expect(drawNode(grid(base))).toMatchObject({
      look: { gradient: { direction: 'toRight', colours: ['#f8a0ff19', '#47b9ff19'] } },
    });
    const custom = { ...base, gradientBackgroundType: 'Custom' };
    const list = [
      {
        type: 'linear',
        direction: fixed('dynamicSelect', 'toRight'),
        colors: [colour('#cbf797'), colour('#a4e191')],
      },
    ];
    expect(drawNode(grid({ ...custom, bgGradient: list }))).toMatchObject({
      look: { gradient: { direction: 'toRight', colours: ['#cbf797', '#a4e191'] } },
    });
    const older = {
      backgroundGradientStartColor: colour('#111111'),
      backgroundGradientMiddleColor: colour('#222222'),
      backgroundGradientEndColor: colour('#333333'),
      enableGradientMiddleColor: true,
    };
    expect(drawNode(grid({ ...custom, ...older }))).toMatchObject({
      look: { gradient: { direction: 'toBottom', colours: ['#111111', '#222222', '#333333'] } },
    });
  });

  test('borders and the ground under the pointer', () => {
    const props = {
      hasBorder: true,
      borderWidth: 2,
      borderColor: '#F6F6F6',
      darkModeBorderColor: '#3C3C3C',
      hasHoverBackground: true,
      hoverBackgroundColor: colour('common_overlay_hover_color'),
    };
    expect(drawNode(grid(props), { switches: { theme: 'dark' } })).toMatchObject({
      look: { border: { width: 2, colour: '#3c3c3c' }, hoverBackground: '#7e868e14' },
    });
  });
});

describe('a Grid that can be touched', () => {
  test('says what it does and is bound under its key', () => {
    const request = { actionType: 'request', actionId: text('go'), enableClickEvent: true };
    const view = drawCard([grid(request)]);
    expect(view.root).toMatchObject({ children: [{ tap: { does: 'request', enabled: true } }] });
    expect(view.bindings.get('g')).toMatchObject({ key: 'g', node: { id: 'g' } });
  });

  test('with an empty link is not touchable', () => {
    const view = drawCard([grid({ actionType: 'url', url: fixed('dynamicLink', '') })]);
    expect(view.bindings.size).toBe(0);
  });
});

test('unknown words fall back with a finding', () => {
  const view = drawCard([grid({ direction: 'diagonal', childGravity: 'middleish' })]);
  expect(view.root).toMatchObject({ children: [{ direction: 'column', align: 'start' }] });
  expect(view.findings).toMatchObject([
    { code: 'T342', params: { component: 'Grid', prop: 'direction', value: 'diagonal' } },
    { code: 'T342', params: { component: 'Grid', prop: 'childGravity', value: 'middleish' } },
  ]);
});
