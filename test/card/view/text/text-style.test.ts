import { expect, test } from 'vitest';
import { fixed, type Props, text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const source = (props: Props) => node('BaseText', 't', { text: text('a'), ...props });

function style(props: Props, theme: 'light' | 'dark' = 'light') {
  const view = drawNode(source(props), { switches: { theme } });
  return view?.kind === 'text' ? view.style : undefined;
}

test('named sizes, with small lines', () => {
  expect(style({ size: 'small', lineHeight: 'small' })).toMatchObject({ size: 12, lineHeight: 14 });
  expect(style({ size: 'large' })).toMatchObject({ size: 19, lineHeight: 26 });
});

test('a token, bold by its name', () => {
  expect(style({ styleType: 'standard', styleToken: 'common_h4_bold_text_style' })).toEqual({
    size: 16,
    lineHeight: 24,
    bold: true,
    colour: '#181c1f',
  });
});

test('a size of its own', () => {
  const props = { fontSizeType: 'Custom', customFontSize: 13, customFontLineHeight: 18 };
  expect(style(props)).toMatchObject({ size: 13, lineHeight: 18 });
});

test('bold, italic, struck', () => {
  expect(style({ bold: true, italic: true, strikeThrough: true })).toMatchObject({
    bold: true,
    italic: true,
    strike: true,
  });
});

test.each<[Props, string, string]>([
  [{ color: 'gray' }, '#171a1d66', '#eef2f866'],
  [{ color: fixed('dynamicColor', 'common_level2_base_color') }, '#747677', '#8c8c8d'],
  [
    { fontColorType: 'Custom', customLightColor: '#35404b', customDarkColor: '#f6f6f6' },
    '#35404b',
    '#f6f6f6',
  ],
])('colour of %j in both themes', (props, light, dark) => {
  expect(style(props)?.colour).toBe(light);
  expect(style(props, 'dark')?.colour).toBe(dark);
});

test('unknown tokens fall back with a finding', () => {
  const view = drawCard([
    source({ styleType: 'standard', styleToken: 'common_h9_text_style', color: 'plaid' }),
  ]);
  expect(view.root).toMatchObject({ children: [{ style: { size: 14, colour: '#181c1f' } }] });
  expect(view.findings.map(({ code, params }) => [code, params['value']])).toEqual([
    ['T344', 'common_h9_text_style'],
    ['T343', 'plaid'],
  ]);
});
