import { expect, test } from 'vitest';
import type { Props } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const look = (props: Props, theme: 'light' | 'dark' = 'light') => {
  const view = drawNode(node('Grid', 'g', props), { switches: { theme } });
  return view?.kind === 'box' ? view.look : undefined;
};

test('corners come one by one, or all from cornerRadius', () => {
  expect(look({ hasBorder: true, cornerRadius: 16, cornerRadiusLeftTop: 0 })?.radius).toEqual([
    0, 16, 16, 16,
  ]);
});

test('a dark gradient counts where it is switched on', () => {
  const stop = (value: string) => ({ type: 'dynamicColor', valueType: 'fixed', value });
  const gradient = (value: string) => [{ type: 'linear', colors: [stop(value), stop(value)] }];
  const props = {
    hasGradientBackground: true,
    gradientBackgroundType: 'Custom',
    bgGradient: gradient('#111111'),
    darkBgGradient: gradient('#eeeeee'),
  };
  expect(look(props, 'dark')?.gradient?.colours[0]).toBe('#111111');
  expect(look({ ...props, enableDarkBgGradient: true }, 'dark')?.gradient?.colours[0]).toBe(
    '#eeeeee',
  );
});

test('a gradient of a thousand colours is cut, one of none is the older props', () => {
  const colors = Array.from({ length: 1000 }, () => '#123456');
  const base = { hasGradientBackground: true, gradientBackgroundType: 'Custom' };
  expect(look({ ...base, bgGradient: [{ colors }] })?.gradient?.colours).toHaveLength(8);
  expect(look({ ...base, bgGradient: [{ colors: [] }] })?.gradient?.colours).toEqual([
    '#ffffff',
    '#ffffff',
  ]);
});

test('whiteBackground is the ground of the card', () => {
  expect(look({ whiteBackground: true }, 'dark')?.background).toBe('#1e1e1e');
});

test('only a ground under the pointer brings no padding', () => {
  expect(look({ hasHoverBackground: true })).toEqual({ hoverBackground: '#7e868e14' });
});
